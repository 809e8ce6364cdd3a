"""Which quantities of a source text a translation changes: another value, or a unit of another scale."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from toolkit.check.facts.number_comparison import MOST, Comparison, compare_numbers
from toolkit.check.facts.numerals import Numeral
from toolkit.check.facts.quantities import Quantity, amount, quantities
from toolkit.check.text_view import TextView


class Change(NamedTuple):
    """A quantity of the source, and what stands in its place in the translation."""

    source: Quantity
    translation: Quantity


@lru_cache(maxsize=8)
def changed_quantities(source: TextView, translation: TextView) -> tuple[Change, ...]:
    """Return the quantities that a translation changes, in the order of the source.

    Changed is a value with the same unit, of a number that has no equal; or the scale of a unit, of a number
    that has one.  The same amount in another unit is no change (0.5 g, 500 mg), and a unit of another kind
    none that is sure (98.6 °F, 37 °C).
    """
    ours = [one for one in source.of(quantities) if one.measure is not None]
    if not ours:
        return ()
    theirs = [one for one in translation.of(quantities) if one.measure is not None]
    if not theirs or len(ours) + len(theirs) > MOST:
        return ()
    found = [*_other_values(ours, theirs, compare_numbers(source, translation)), *_other_scales(ours, theirs)]
    return tuple(sorted(found, key=lambda change: change.source.start))


def unequal_numbers(source: TextView, translation: TextView) -> Comparison:
    """Return the numbers without an equal, but those of changed quantities and of equal amounts."""
    found = compare_numbers(source, translation)
    if not found.missing and not found.extra:
        return found
    changes = changed_quantities(source, translation)
    gone = {one.source.numeral for one in changes}, {one.translation.numeral for one in changes}
    missing = [one for one in found.missing if one not in gone[0]]
    extra = [one for one in found.extra if one not in gone[1]]
    if missing and extra and len(missing) + len(extra) <= MOST:
        _cancel_amounts(missing, extra, source.of(quantities), translation.of(quantities))
    return Comparison(tuple(missing), tuple(extra))


def _other_values(ours: list[Quantity], theirs: list[Quantity], numbers: Comparison) -> Iterator[Change]:
    missing = [one for one in ours if one.numeral in numbers.missing]
    extra = [one for one in theirs if one.numeral in numbers.extra]
    present = _amounts(theirs)
    for one in missing:
        if not _amounts([one]).isdisjoint(present):
            continue
        other = next((other for other in extra if other.unit == one.unit), None)
        if other is not None and _amounts([other]).isdisjoint(_amounts(ours)):
            extra.remove(other)
            yield Change(one, other)


def _other_scales(ours: list[Quantity], theirs: list[Quantity]) -> Iterator[Change]:
    our_units, their_units = {one.unit for one in ours}, {one.unit for one in theirs}
    our_amounts, their_amounts = _amounts(ours), _amounts(theirs)
    seen: set[tuple[str, str, str]] = set()
    for one in ours:
        for other in theirs:
            a, b = one.measure, other.measure
            if a is None or b is None or not _equal(one.numeral, other.numeral):
                continue
            if a.dimension == b.dimension and a.factor != b.factor:
                lost = _amounts([one]).isdisjoint(their_amounts) and _amounts([other]).isdisjoint(our_amounts)
                # Where the unit is there too, it may be another number's: 5 mg in 5 mL.
                if lost and (one.unit not in their_units or other.unit not in our_units):
                    mark = (one.numeral.value, one.unit, other.unit)
                    if mark not in seen:
                        seen.add(mark)
                        yield Change(one, other)


def _equal(one: Numeral, other: Numeral) -> bool:
    return one.written == other.written or bool(
        {reading for reading in one.readings if len(reading) == 1} & {*other.readings}
    )


def _amounts(all_of: list[Quantity]) -> set[tuple[str, Decimal]]:
    return {
        found
        for one in all_of
        for reading in one.numeral.readings
        if len(reading) == 1 and (found := amount(one, reading[0])) is not None
    }


def _cancel_amounts(
    missing: list[Numeral], extra: list[Numeral], ours: tuple[Quantity, ...], theirs: tuple[Quantity, ...]
) -> None:
    for one in [one for one in ours if one.numeral in missing]:
        for other in theirs:
            if other.numeral in extra and not _amounts([one]).isdisjoint(_amounts([other])):
                missing.remove(one.numeral)
                extra.remove(other.numeral)
                break
