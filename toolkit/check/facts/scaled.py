"""What a number means by what stands around it: ``1.5 million``, ``3万5千``, ``3 pm``, ``1990s``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from toolkit.check.conventions.scale_words import SCALE_WORDS

LONGEST = 30
"""Digits of numbers that are reckoned with; longer ones are codes."""

_GAP = r"[\s*_\ufffc]{0,3}[-+]?"


@lru_cache(maxsize=1)
def _scales() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple(
        (
            scale,
            re.compile(
                rf"{_GAP}(?:{words})(?:(?![^\W\d_])|(?<=[\u0e00-\u0e7f\u3000-\ud7ff]))", re.IGNORECASE
            ),
        )
        for scale, words in SCALE_WORDS
    )


_HAN = re.compile(r"([0-9][0-9.,]*)?([十百千]?)([万萬만億亿억兆]?)")
_HAN_UNITS = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "만": 10**4,
    "億": 10**8,
    "亿": 10**8,
    "억": 10**8,
    "兆": 10**12,
}
_AFTERNOON = re.compile(r"(?:[:.h][0-9]{2})?[\s\u00a0]*[pP]\.?[\s\u00a0]?[mM]\b")
_MORNING = re.compile(r"(?:[:.h][0-9]{2})?[\s\u00a0]*[aA]\.?[\s\u00a0]?[mM]\b")
_DECADE = re.compile(r"['’]?s\b|er\b|-(?:е|х|ті|tal)|ndl|年代|lerde|lar|-an|та|ые|luvu|년대|-as\b")
_YEAR_BEFORE = re.compile(r"(?:1[89]|20)[0-9]{2}[-–—/]$")


def scaled_values(text: str, start: int, stop: int, values: tuple[str, ...], language: str) -> Iterator[str]:
    """Yield what a number in a text can mean besides its own ``values``, by its neighbours."""
    if len(values[0]) > LONGEST:
        return
    for scale, pattern in _scales():
        if pattern.match(text, stop):
            for value in values:
                yield plain(Decimal(value) * scale)
    if (total := _in_han(text, start)) is not None:
        yield total
    value = values[0]
    if not value.isdigit():
        return
    number = int(value)
    if number <= 12:
        if _AFTERNOON.match(text, stop):
            yield str(number % 12 + 12)
        elif number == 12 and _MORNING.match(text, stop):
            yield "0"
    if number % 10 == 0 and 1000 < number < 2100 and (_DECADE.match(text, stop) or language != "en"):
        yield str(number % 100)
    if number < 100 and stop - start == 2 and _YEAR_BEFORE.search(text, max(0, start - 5), start):
        yield text[start - 5 : start - 3] + text[start:stop]
    if 1800 < number < 2600:
        if language == "th":
            yield str(number - 543)
        elif language == "fa":
            yield from (str(number - 621), str(number - 622))
    elif 1200 < number < 1500 and language == "fa":
        yield from (str(number + 621), str(number + 622))


def plain(value: Decimal) -> str:
    """Return a value in the one spelling that readings of numerals have."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_han(text: str, start: int) -> str | None:
    """Return the value of digits mixed with Han numerals from a place on: ``1億2千万``, ``3만5000``."""
    total = Decimal(0)
    mixed = 0
    position = start
    while (match := _HAN.match(text, position)) and match[0] and mixed < 6:
        digits = (match[1] or "").rstrip(".,").replace(",", "")
        if (not digits and not mixed) or len(digits) > LONGEST or digits.count(".") > 1:
            break
        if not (match[2] or match[3]) and not mixed:
            return None
        total += Decimal(digits or 1) * _HAN_UNITS[match[2]] * _HAN_UNITS[match[3]]
        mixed += 1
        position = match.end()
    return plain(total) if mixed else None
