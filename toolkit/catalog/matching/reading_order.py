"""The order in which readers meet old messages, where a program sorted the file otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from toolkit.catalog.matching.place import Place

FEW = 8
"""So few messages that stayed say nothing about order."""
SHARE = 0.75
"""Of the neighbours that stayed, so many follow each other in a file that is in order."""


def in_template_order(homes: Sequence[int | None]) -> bool:
    """Say whether the old messages that stayed, by the place of each in the new order, mostly go upwards."""
    kept = [home for home in homes if home is not None]
    upwards = sum(first < second for first, second in pairwise(kept))
    return len(kept) <= FEW or upwards >= SHARE * (len(kept) - 1)


def by_lines(old: Sequence[Place]) -> list[int] | None:
    """Return the old messages by file and line; none where lines are unknown."""
    if any(not place.line for place in old):
        return None
    return sorted(range(len(old)), key=lambda i: (old[i].file, old[i].line, i))
