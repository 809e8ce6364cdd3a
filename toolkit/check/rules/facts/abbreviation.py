"""Codes of letters and digits, such as names of genes, are those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.facts.fact_text import fact_text, has_digit
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_CODE = re.compile(
    r"(?<![\w.+-])(?=[A-Za-z]*[A-Z])[A-Za-z]{2,8}(?:-[A-Za-z]{1,3})?-?[0-9]{1,3}[A-Za-z]?(?![\w.-])"
)
_ANY = re.compile(r"[A-Za-z]-?[0-9]")
_LOOSE = re.compile(r"[\s\u00a0‐‑–_-]+")


def _find(pair: Pair) -> Iterator[Hit]:
    if not pair.source.of(has_digit) or not _ANY.search(pair.source.text):
        return
    translation = ""
    for match in _CODE.finditer(pair.source.of(fact_text)):
        code = match[0]
        translation = translation or _loose(pair.translation.of(fact_text) + pair.translation.text)
        if _loose(code) in translation:
            continue
        digits = re.sub(r"\D", "", code)
        # In another script, or as another language abbreviates it, the number stands at other letters.
        if re.search(rf"(?<!\d){digits}(?!\d)", translation):
            continue
        yield Hit(f'the translation lacks "{code}" of the source')
        return


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).lower()


RULE = EntryRule(
    "abbreviation",
    Severity.INFO,
    "Codes of letters and digits are those of the source",
    "copy it, unless your language has a code of its own for it",
    find=_find,
)
