"""Tallies as rows: what the table and the JSON of a status both present."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.tally import Tally


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a status: whose it is, and its tally."""

    label: str
    name: str
    """The language's own name, or empty."""
    tally: Tally


def tally_values(tally: Tally) -> dict[str, int]:
    """Return a tally's counts by name, in the order of the table."""
    return {
        "messages": tally.total,
        "translated": tally.translated,
        "fuzzy": tally.fuzzy,
        "untranslated": tally.untranslated,
        "withheld": tally.withheld,
        "percent": tally.percent,
        "words": tally.words,
        "words_left": tally.words_left,
        "blocks": tally.blocks,
        "blocks_left": tally.blocks_left,
        "stale": tally.stale,
        "blocks_stale": tally.blocks_stale,
    }
