"""Whether a text says a number in words: by its language's list, in Roman or Han numerals, as a month."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.check.conventions.number_words import ANYWHERE, HALF, NUMBER_WORDS, SAME_WORDS
from toolkit.check.facts.fact_text import fact_text
from toolkit.check.text_view import TextView
from toolkit.languages.dates import month_names
from toolkit.model.locale import LocaleTag

SMALL = 12
"""Up to here a language without a list may say any number in words."""
_SAID_BY_FORM = {"ar": 2, "he": 2, "sl": 2, "mt": 2}
"""Languages whose nouns say one and two by their form."""
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TENS = ("", "X", "XX", "XXX", "XL", "L")
_HAN = "〇一二三四五六七八九"


def says(view: TextView, value: str) -> bool:
    """Tell whether a text may say a number in other ways than with its digits."""
    language = SAME_WORDS.get(view.locale.language, view.locale.language)
    words = _words(language)
    text = view.of(_folded)
    if value == "0.5":
        return not words or (HALF in words and words[HALF].search(text) is not None)
    if not value.isdigit() or len(value) > 7:
        return False
    number = int(value)
    if not words and number <= SMALL:
        return True
    if number <= _SAID_BY_FORM.get(language, 0):
        return True
    if _found(words, number, text):
        return True
    parted = _words(language, anywhere=True)
    if any(all(_found(parted, part, text) for part in parts) for parts in _sums(number)):
        return True
    if 1 <= number <= 12 and _months(view.locale)[number - 1].search(text):
        return True
    if number <= 50 and _roman(number).search(view.of(fact_text)):
        return True
    return language in ("ja", "zh", "ko") and 1 <= number < 10_000 and _han(number) in text


def _sums(number: int) -> tuple[tuple[int, ...], ...]:
    """Return the ways in which a number is put together from words: 24 from 20 and 4."""
    ways: list[tuple[int, ...]] = []
    if 12 < number < 20:
        ways.append((10, number - 10))
    elif 20 < number < 100:
        tens, ones = number // 10 * 10, number % 10
        ways += [(tens, ones)] if ones else [(number // 10, 10)]
        if number > 60:
            ways.append((tens - 10, ones + 10))
    elif 100 < number < 1000 and number % 100 == 0:
        ways.append((number // 100, 100))
    elif 1000 < number < 100_000 and number % 1000 == 0:
        ways += [(number // 1000, 1000)]
    return tuple(ways)


def _found(words: dict[str, re.Pattern[str]], number: int, text: str) -> bool:
    pattern = words.get(str(number))
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=64)
def _words(language: str, *, anywhere: bool = False) -> dict[str, re.Pattern[str]]:
    before = "" if anywhere or language in ANYWHERE else r"(?<!\w)"
    found: dict[str, re.Pattern[str]] = {}
    for item in NUMBER_WORDS.get(language, "").split(", "):
        if item:
            value, _, stems = item.strip().partition(" ")
            listed = "|".join(re.escape(stem).replace(r"\ ", r"[\s\u00a0-]+") for stem in stems.split("|"))
            found[value] = re.compile(rf"{before}(?:{listed})")
    return found


def _folded(view: TextView) -> str:
    return view.of(fact_text).lower()


@lru_cache(maxsize=128)
def _months(locale: LocaleTag) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile("|".join(re.escape(name.lower()) for name in names if name) or "(?!)")
        for names in month_names(locale)
    )


@lru_cache(maxsize=64)
def _roman(number: int) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_]){_TENS[number // 10]}{_ROMAN[number % 10]}(?:[eèa°º]\w{{0,3}})?(?![^\W_])"
        if number
        else "(?!)"
    )


@lru_cache(maxsize=256)
def _han(number: int) -> str:
    parts = []
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            parts.append(("" if digit == 1 and scale > 1 else _HAN[digit]) + sign)
    return "".join(parts)
