"""Whether a translation has a wording of the glossary in some form, and where it has one as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from toolkit.check.conventions.inflection import SEMITIC
from toolkit.check.glossary.word_match import exactly_inflected, matcher
from toolkit.check.glossary.words import Word, folded, is_unspaced, plain_words, without_case, words_of
from toolkit.check.text_view import TextView
from toolkit.markdown.inline_reading import PartKind

_LONG = 5
"""Letters from which a wording is found within a word too, as compounds have it: Zelle in Nervenzellen."""
_MEANING = 4
"""Letters from which a word of a wording says more than an article or a preposition does."""
_BETWEEN = re.compile(r"[\s\u00a0*_~'’‐‑-]{0,6}")


class Wordings(NamedTuple):
    """The words of a translation, folded."""

    words: tuple[str, ...]
    line: str
    """The words with a space between and around them."""
    solid: str
    """The words without anything between them."""


class _Wanted(NamedTuple):
    words: tuple[str, ...]
    line: str
    solid: str
    unspaced: bool
    meaning: tuple[str, ...]
    """The words that have to be there; articles and prepositions change and are none."""


def wordings_of(view: TextView) -> Wordings:
    """Return the words of a text; what it sets as code counts, link targets and addresses do not."""
    text = view.prose
    if "`" in view.text:
        text = " ".join((text, *view.reading.counted(PartKind.CODE)))
    words = tuple(map(folded, plain_words(text)))
    return Wordings(words, f" {' '.join(words)} ", _solid(words))


def has_wording(view: TextView, wording: str) -> bool:
    """Tell whether a translation has a wording, in any form and with words in between.

    In scripts without spaces, and where it is long enough to stand in a compound, its letters must stand
    in a row; else each of its words must be there in some form, near each other, in any order.
    """
    wanted = _wanted(wording)
    if not wanted.words:
        return wording in view.text
    have = view.of(wordings_of)
    if wanted.line in have.line:
        return True
    if (wanted.unspaced or len(wanted.solid) >= _LONG) and wanted.solid in have.solid:
        return True
    return not wanted.unspaced and _near(have.words, wanted.meaning, len(wanted.words), view.locale.language)


def places_of(view: TextView, wording: str) -> Iterator[tuple[int, int]]:
    """Yield where the prose of a translation has a wording, its words one after the other, in order.

    Only their endings may differ; accents count.
    """
    wanted = _spelt(wording)
    if not wanted:
        return
    have = view.of(_spelt_words)
    first = wanted[0][:1]
    unspaced, language, prose, size = is_unspaced(wording), view.locale.language, view.prose, len(wanted)
    alike = language not in SEMITIC
    for at in range(len(have.texts) - size + 1):
        if alike and not have.texts[at].startswith(first):
            continue
        if all(
            one == want if unspaced else exactly_inflected(one, want, language)
            for one, want in zip(have.texts[at : at + size], wanted, strict=True)
        ):
            run = have.words[at : at + size]
            if all(_BETWEEN.fullmatch(prose[one.stop : two.start]) for one, two in pairwise(run)):
                yield run[0].start, run[-1].stop


class _Spelt(NamedTuple):
    words: tuple[Word, ...]
    texts: tuple[str, ...]


def _spelt_words(view: TextView) -> _Spelt:
    words = words_of(view.prose)
    return _Spelt(words, tuple(without_case(word.text) for word in words))


def _near(have: tuple[str, ...], wanted: tuple[str, ...], size: int, language: str) -> bool:
    same = matcher(language)
    places = []
    for word in wanted:
        alike = same(word)
        found = [at for at, other in enumerate(have) if alike(other)]
        if not found:
            return False
        places.append(found)
    if len(places) == 1:
        return True
    reach = size + 3
    first = min(places, key=len)
    return any(all(_one_within(found, one - reach, one + reach) for found in places) for one in first)


def _one_within(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] <= high


@lru_cache(maxsize=65536)
def _spelt(wording: str) -> tuple[str, ...]:
    return tuple(without_case(word) for word in plain_words(wording))


@lru_cache(maxsize=65536)
def _wanted(wording: str) -> _Wanted:
    words = tuple(map(folded, plain_words(wording)))
    unspaced = is_unspaced(wording)
    solid = _solid(words)
    if unspaced:
        solid = solid.removesuffix("する") or solid  # Japanese verbs end in what they are conjugated by
    meaning = tuple(word for word in words if len(word) >= _MEANING or word.isdecimal()) or words
    return _Wanted(words, f" {' '.join(words)} ", solid, unspaced, meaning)


def _solid(words: tuple[str, ...]) -> str:
    # JIS Z 8301 leaves the last long vowel of a loan word to the writer: コンパイラ, コンパイラー.
    return "".join(words).replace("ー", "")
