"""The numbers of a text that have a unit of measure, and what they come to."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from toolkit.check.conventions.units import SPELLED, STEMS, SYMBOLS, UNITS, Unit
from toolkit.check.facts.fact_text import fact_text
from toolkit.check.facts.numerals import Numeral, numerals
from toolkit.check.facts.scaled import LONGEST
from toolkit.check.text_view import TextView

_GAP = re.compile(r"[\s\u00a0*_\ufffc\u200b-]{0,12}")
_WORD = re.compile(
    r"%|‰|[A-Za-zµ]{1,5}(?=[\u0e00-\u0e7f\u3040-\ud7a3])|°[\s\u00a0]?[CFСc]\b"
    r"|(?:[^\s\ufffc!-/:-@\[-`{-~–—。、，；：（）！？「」·0-9]|[\"״'׳.](?=\w)){1,24}"
)
_RANGE = re.compile(
    r"[\s\u00a0*_]*(?:[-–—~〜～]|to|till|à|a|bis|do|до|–|al|até|إلى|تا|से|至|到|から)[\s\u00a0*_]*"
)
_SPELLED = re.compile("|".join(f"(?P<u{n}>{pattern})" for n, (_, pattern) in enumerate(SPELLED)))
_LONGEST_STEM = max(map(len, STEMS))


class Quantity(NamedTuple):
    """A number with its unit; what the unit is per (mg/kg) is left out."""

    numeral: Numeral
    unit: str
    start: int
    stop: int
    """Number and unit in the text."""

    @property
    def measure(self) -> Unit | None:
        """What the unit measures; ``None`` for units of time, whose words change freely."""
        return UNITS.get(self.unit)


def quantities(view: TextView) -> tuple[Quantity, ...]:
    """Return the numbers of a text's prose that have a known unit, in order.

    In a range both have the unit of the second: ``5–10 mg``.
    """
    found: list[Quantity] = []
    text = view.of(fact_text)
    follower: Quantity | None = None
    for one in reversed(view.of(numerals)):
        quantity = _quantity(text, one)
        if quantity is None and follower is not None and _RANGE.fullmatch(text, one.stop, follower.start):
            quantity = follower._replace(numeral=one, start=one.start, stop=one.stop)
        if quantity is not None:
            found.append(quantity)
        follower = quantity
    return tuple(reversed(found))


def _quantity(text: str, one: Numeral) -> Quantity | None:
    gap = _GAP.match(text, one.stop)
    begin = gap.end() if gap else one.stop
    word = _WORD.match(text, begin)
    unit = unit_named(word[0]) if word else None
    if word and unit:
        return Quantity(one, unit, one.start, word.end())
    if one.start and (
        text[one.start - 1] == "%" or text[max(0, one.start - 2) : one.start] in ("% ", "%\u00a0")
    ):
        # Turkish and Basque, and Arabic as it is often typed.
        return Quantity(one, "%", one.start, one.stop)
    return None


def unit_named(word: str) -> str | None:
    """Return the symbol of the unit that a word names in any language; ``None`` where it names none."""
    return _named(word[:24])


@lru_cache(maxsize=4096)
def _named(word: str) -> str | None:
    word = word.rstrip(".,")
    if word in SYMBOLS:
        return SYMBOLS[word]
    if word in UNITS:
        return word
    if word.startswith("°"):
        return "°F" if word.endswith("F") else "°C"
    if spelled := _SPELLED.fullmatch(word.lower()):
        return SPELLED[int(str(spelled.lastgroup)[1:])][0]
    for length in range(min(len(word), _LONGEST_STEM), 0, -1):
        if word[:length] in STEMS:
            stem = word[:length]
            loose = len(word) - length <= 3 or stem > "\u0e00"
            return STEMS[stem] if loose and (length > 1 or len(word) == 1) else None
    return None


def amount(quantity: Quantity, value: str) -> tuple[str, Decimal] | None:
    """Return dimension and amount in base units, ``None`` where the unit has no fixed ratio to others."""
    unit = quantity.measure
    if unit is None or len(value) > LONGEST:
        return None
    return unit.dimension, Decimal(value) * (unit.factor or 1)
