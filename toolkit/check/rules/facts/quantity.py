"""A number with a unit of measure has the value and the scale of its source."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.facts.fact_text import has_digit
from toolkit.check.facts.quantities import Quantity
from toolkit.check.facts.quantity_comparison import changed_quantities
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source, pair.translation
    if not source.of(has_digit) or not translation.of(has_digit):
        return
    for ours, theirs in changed_quantities(source, translation):
        yield Hit(
            f'the quantity is "{_shown(theirs, translation)}" where the source has "{_shown(ours, source)}"',
            theirs.start,
            theirs.stop,
        )


def _shown(quantity: Quantity, view: TextView) -> str:
    text = view.text[quantity.start : quantity.stop]
    return text if quantity.stop > quantity.numeral.stop else f"{text} {quantity.unit}"


RULE = EntryRule(
    "quantity",
    Severity.ERROR,
    "Quantities have the value and the unit of the source",
    "write the source's number in the way of your language, with the same unit",
    find=_find,
)
