"""A comparison before a number points the way it does in the source."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.facts.signs import LESS, MORE, signs
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.languages.scripts import direction
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    ours, theirs = pair.source.of(signs), pair.translation.of(signs)
    if not ours or not theirs or direction(pair.translation.locale) == "rtl":
        # From right to left many write the sign as they see it, so its character proves nothing.
        return
    for less, more in ((LESS, MORE), (MORE, LESS)):
        wanted = {one.number: one for one in ours if one.sign in less}
        for one in ours:
            if one.sign in more:
                wanted.pop(one.number, None)
        kept = {one.number for one in theirs if one.sign in less}
        for one in theirs:
            if one.sign in more and one.number in wanted and one.number not in kept:
                there = wanted[one.number]
                yield Hit(
                    f'"{pair.translation.text[one.start : one.stop]}" says the opposite of '
                    f'"{pair.source.text[there.start : there.stop]}" in the source',
                    one.start,
                    one.stop,
                )


RULE = EntryRule(
    "comparison",
    Severity.ERROR,
    "Comparisons with numbers point the way they do in the source",
    "write the sign of the source: < and ≤ mean less, > and ≥ mean more",
    find=_find,
)
