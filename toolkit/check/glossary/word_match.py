"""Whether two words of a language are forms of one word: tolerant, for it decides what is *not* reported."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from toolkit.check.conventions.inflection import (
    CHANGING_AT_THE_BEGINNING,
    SEMITIC,
    consonants,
    without_clitics,
)

_ENDING = 3
"""Letters that an ending has at most."""
_VOWELS = frozenset("aeiouyàáâãäåèéêëìíîïòóôõöùúûüýаеёиіїоуыэюяьїєαεηιουωάέήίόύώ")


def matcher(language: str) -> Callable[[str], Callable[[str], bool]]:
    """Return what makes of a folded word a test whether another folded word is a form of it."""
    if language in SEMITIC:
        return _semitic
    return _either_end if language in CHANGING_AT_THE_BEGINNING else _same_stem


def _same_stem(want: str) -> Callable[[str], bool]:
    """Test whether a word begins like this one: with 70 % of it, and at least four letters of five.

    Words of up to three letters have to be the same but for an ending.
    """
    size = _needed(want)
    stem = want[:size]
    if len(want) > 4:
        return lambda have: have.startswith(stem)
    longest = len(want) + _ENDING
    return lambda have: have.startswith(stem) and len(have) <= longest


def _either_end(want: str) -> Callable[[str], bool]:
    begins, size = _same_stem(want), _needed(want)
    if size == len(want):
        return begins
    end = want[-size:]
    return lambda have: have.endswith(end) or begins(have)


def _semitic(want: str) -> Callable[[str], bool]:
    """Test whether the consonants of this word stand in another, with few others around them."""
    wanted = _roots(want)

    def alike(have: str) -> bool:
        return have == want or any(
            one == other or (len(one) > 1 and one in other and len(other) <= len(one) + _ENDING)
            for one in wanted
            for other in _roots(have)
        )

    return alike


def exactly_inflected(have: str, want: str, language: str) -> bool:
    """Tell whether a word is another one with another ending, and nothing else: for what is forbidden.

    The stem is the word without the vowels at its end; words of up to four letters have no other form.
    """
    if language in SEMITIC:
        return bool(without_clitics(have) & without_clitics(want))
    if have == want:
        return True
    stem = want
    if len(want) > 4:
        while len(stem) > 4 and stem[-1] in _VOWELS and len(want) - len(stem) < 2:
            stem = stem[:-1]
        return have.startswith(stem) and len(have) <= len(stem) + _ENDING
    return False


@lru_cache(maxsize=65536)
def _roots(word: str) -> frozenset[str]:
    return frozenset(filter(None, map(consonants, without_clitics(word)))) or frozenset((word,))


def _needed(word: str) -> int:
    """Return how many letters of a word another one has to share."""
    if len(word) < 4:
        return len(word)
    return 3 if len(word) == 4 else max(4, len(word) * 7 // 10)
