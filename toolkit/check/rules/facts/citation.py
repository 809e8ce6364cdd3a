"""The identifiers and numeric references of the source stand in its translation letter by letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.check.facts.fact_text import CITED, has_digit, may_cite, numbered_text
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.model.finding import Severity

_CODES = re.compile(r"(?<![\w.-])(?:[A-TV-Z][0-9]{2}\.[0-9]{1,2}|E[1-9][0-9]{2,3}[a-f]?)(?![\w.]|\.[0-9])")
"""Codes of ICD-10 with their point, and of food additives."""
_ANY_CODE = re.compile(r"[A-Z][0-9]")
_LOOSE = re.compile(r"[\s:\u00a0–-]+")


def _find(pair: Pair) -> Iterator[Hit]:
    if not pair.source.of(has_digit):
        return
    ours = pair.source.of(_cited)
    if not ours:
        return
    theirs = pair.translation.of(_cited)
    kept = Counter(key for key, _ in theirs)
    whole = _key(pair.translation.text)
    for key, written in ours:
        if kept[key] > 0:
            kept[key] -= 1
        elif key not in whole:
            yield Hit(f'the translation lacks "{written}" of the source')
            return


def _cited(view: TextView) -> tuple[tuple[str, str], ...]:
    text = view.of(numbered_text)
    found = list(CITED.finditer(text)) if may_cite(text) else []
    if _ANY_CODE.search(text):
        found += _CODES.finditer(text)
    return tuple((_key(match[0]), match[0]) for match in found)


def _key(text: str) -> str:
    return _LOOSE.sub("", text).lower().replace(";", ",")


RULE = EntryRule(
    "citation",
    Severity.WARNING,
    "Identifiers and numeric references are those of the source",
    "copy it letter by letter: readers look it up with it",
    find=_find,
)
