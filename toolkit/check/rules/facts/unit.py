"""A number has the unit of measure that it has in the source."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.conventions.units import TIME, UNITS
from toolkit.check.facts.fact_text import fact_text, has_digit
from toolkit.check.facts.numerals import Numeral, numerals
from toolkit.check.facts.quantities import Quantity, quantities
from toolkit.check.facts.quantity_comparison import changed_quantities
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_BARE_AFTER = frozenset(".,;:)]!?。、，；：）؛،।")


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source, pair.translation
    if not source.of(has_digit) or not translation.of(has_digit):
        return
    ours = [one for one in source.of(quantities) if one.unit not in TIME]
    if not ours:
        return
    theirs = translation.of(quantities)
    their_units = {one.unit for one in theirs}
    changed = {one.source.numeral for one in changed_quantities(source, translation)}
    for one in ours:
        if one.unit in their_units or one.numeral in changed:
            continue
        written = source.text[one.start : one.stop]
        for other in translation.of(numerals):
            if one.numeral.readings[0] not in other.readings:
                continue
            quantity = next((found for found in theirs if found.numeral == other), None)
            if quantity is not None and _other_kind(one, quantity):
                shown = translation.text[quantity.start : quantity.stop]
                yield Hit(f'the unit of "{shown}" is not that of "{written}"', quantity.start, quantity.stop)
                return
            if quantity is None and _is_bare(pair, other):
                shown = translation.text[other.start : other.stop]
                yield Hit(f'"{shown}" has no unit, where the source has "{written}"', other.start, other.stop)
                return


def _other_kind(one: Quantity, other: Quantity) -> bool:
    a, b = UNITS[one.unit], UNITS.get(other.unit)
    return b is None or a.dimension != b.dimension


def _is_bare(pair: Pair, numeral: Numeral) -> bool:
    """Tell whether no word stands beside a number, so that none can be a unit that we do not know."""
    text = pair.translation.of(fact_text)
    rest = text[numeral.stop : numeral.stop + 12].lstrip("*_ \u00a0")
    before = text[max(0, numeral.start - 12) : numeral.start].rstrip("*_ \u00a0")
    alone = not rest or (rest[0] in _BARE_AFTER and not rest[1:2].isalnum())
    return alone and not before.endswith(("%", "ร้อยละ", "百分之", "yüzde", "°")) and "￼" not in rest[:1]


RULE = EntryRule(
    "unit",
    Severity.WARNING,
    "Numbers have the unit that they have in the source",
    "write the source's unit after the number, in the way of your language",
    find=_find,
)
