"""A translation keeps the names and codes that the glossary says stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.glossary.glossary import Term
from toolkit.check.glossary.wording import has_wording
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit, Side
from toolkit.check.rules.terms.naming import either, noted
from toolkit.model.finding import Severity

_ADVICE = "copy it from the source"
_ORDINARY = 5
"""Letters up to which a name may be an ordinary word that begins a sentence: "Go", "Make", "Swift"."""
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\WA-ZÀ-Þ]*")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;…•|\n]|[-–—]\s)[\s\"'“‘«*_\[(]*$")
_BEFORE = 24
"""Characters to look at before a word for the beginning of a sentence."""


def _find(pair: Pair) -> Iterator[Hit]:
    glossary = pair.allowed.glossary
    if not glossary.terms:
        return
    text = pair.source.text
    seen = set()
    for term, start, stop in pair.source.of(glossary.uses):
        if not term.keep or term in seen or _may_be_no_name(text, start, stop):
            continue
        seen.add(term)
        piece = text[start:stop]
        if not any(_has(pair, one) for one in (term.source, piece, *term.translations)):
            message = f'"{piece}" has to stay as it is, and the translation does not have it'
            yield Hit(message, start, stop, Side.SOURCE, _hint(term))


def _has(pair: Pair, wording: str) -> bool:
    return wording in pair.translation.text or has_wording(pair.translation, wording)


def _may_be_no_name(text: str, start: int, stop: int) -> bool:
    """Tell whether a short word with one capital begins a sentence, where every word has that capital."""
    if stop - start > _ORDINARY or not _CAPITALISED.fullmatch(text, start, stop):
        return False
    before = text[max(0, start - _BEFORE) : start]
    return start == 0 or bool(_SENTENCE_BEFORE.search(before if start > _BEFORE else f"\n{before}"))


def _hint(term: Term) -> str:
    if not term.translations:
        return noted(_ADVICE, term)
    return noted(f"{_ADVICE}, or write {either(term.translations)}", term)


RULE = EntryRule(
    "keep-term",
    Severity.WARNING,
    "Names and codes of the glossary stay as they are",
    _ADVICE,
    find=_find,
)
