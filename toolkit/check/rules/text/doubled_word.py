"""No word stands twice by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from toolkit.check.conventions.repeated_words import DOUBLING, may_double
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"(?<![\w.'’\-/‑])([^\W\d_]{2,40})[ \n\xa0]((?i:\1))(?![\w'’\-/‑]|\.\w)")


def _find(pair: Pair) -> Iterator[Hit]:
    language = pair.translation.locale.language
    if language in DOUBLING:
        return
    words = _WORD.findall(pair.translation.text.lower())
    if not any(map(eq, words, islice(words, 1, None))):
        return
    for match in _TWICE.finditer(pair.translation.prose):
        word, again = match.groups()
        if again != word and not again.islower():
            continue  # a word and its abbreviation: motif MOTIF
        if word.isupper() or may_double(word, language) or match[0] in pair.source.text:
            continue
        if _TWICE.search(pair.source.prose):
            return
        yield Hit(f'"{word}" stands twice', *match.span())


RULE = EntryRule(
    "doubled-word",
    Severity.WARNING,
    "No word stands twice by mistake",
    "take out one of the two",
    find=_find,
)
