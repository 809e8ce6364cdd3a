"""A translation has the glossary's words for the terms of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.glossary.wording import has_wording
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit, Side
from toolkit.check.rules.terms.naming import either, noted
from toolkit.model.finding import Severity

_ADVICE = "use the glossary's word, in the form that the sentence needs"
_NEAR = 40
_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’-]{0,38} $")
_WORD_AFTER = re.compile(r" [^\W\d_][\w'’-]{0,38}")


def _find(pair: Pair) -> Iterator[Hit]:
    glossary = pair.allowed.glossary
    if not glossary.terms:
        return
    seen = set()
    for term, start, stop in pair.source.of(glossary.uses):
        if term.keep or not term.translations or term in seen:
            continue
        seen.add(term)
        if any(has_wording(pair.translation, wording) for wording in term.translations):
            continue
        if _in_name(pair, start, stop):
            continue
        message = f'the glossary has {either(term.translations)} for "{pair.source.text[start:stop]}"'
        yield Hit(message, start, stop, Side.SOURCE, noted(_ADVICE, term))


def _in_name(pair: Pair, start: int, stop: int) -> bool:
    """Tell whether a term is part of a name that the translation has as it is: "Interrupt Controller"."""
    text = pair.source.text
    if not text[start].isupper():
        return False
    before, after = _WORD_BEFORE.search(text[max(0, start - _NEAR) : start]), _WORD_AFTER.match(text, stop)
    names = [text[start - len(before[0]) : stop]] if before else []
    names += [text[start : after.end()]] if after else []
    return any(name in pair.translation.text for name in names)


RULE = EntryRule(
    "glossary-term",
    Severity.WARNING,
    "The terms of the source are translated as the glossary has them",
    _ADVICE,
    find=_find,
)
