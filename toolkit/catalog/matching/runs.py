"""Which old messages stood where new ones now stand, told by the neighbours that stayed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

REACH = 4
"""So many neighbours to each side are looked at: the nearest may have come from elsewhere."""
WIDEST = 200
"""Neighbours further apart than this in the old order enclose no place."""
MOST_PAIRS = 400
"""Up to so many pairs of a run are all compared."""

_UNKNOWN = -2


class Run(NamedTuple):
    """New messages, and the old ones from the same place; each in its order."""

    new: tuple[int, ...]
    old: tuple[int, ...]
    """Those that vanished."""
    away: tuple[int, ...]
    """Those that now stand elsewhere."""
    between: bool
    """Whether neighbours on both sides say so, and not one alone."""

    @property
    def small(self) -> bool:
        """Whether all pairs can be compared."""
        return (
            len(self.new) * len(self.old) <= MOST_PAIRS and max(len(self.new), len(self.old)) <= WIDEST // 4
        )


def runs(homes: Sequence[int | None], wanted: Sequence[int], vanished: Sequence[int], size: int) -> list[Run]:
    """Return the places where messages changed.

    ``homes`` holds for each new message the old one of the same key, ``vanished`` the old ones that have no
    new one, in order, ``size`` the number of old messages that have a place. Those in ``wanted`` with a home
    are passed over.
    """
    anchors = [j for j, home in enumerate(homes) if home is not None]
    kept = [-1, *[home for home in homes if home is not None], size]
    found: dict[tuple[int, int], list[int]] = {}
    for j in wanted:
        if homes[j] is None:
            for bounds in _bounds(kept, bisect_left(anchors, j), vanished):
                found.setdefault(bounds, []).append(j)
    gone = frozenset(vanished)
    result = []
    for (left, right), new in found.items():
        if right == _UNKNOWN:
            run = Run(tuple(new), _following(vanished, left), (), False)
        elif left == _UNKNOWN:
            run = Run(tuple(new), _preceding(vanished, right), (), False)
        else:
            old = tuple(_between(vanished, left, right))
            away = [i for i in range(left + 1, min(right, left + 1 + REACH)) if i not in gone]
            run = Run(tuple(new), old, tuple(away), True)
        if run.old or run.away:
            result.append(run)
    return result


def _bounds(kept: Sequence[int], place: int, vanished: Sequence[int]) -> list[tuple[int, int]]:
    # ``kept[place]`` is the left neighbour, ``kept[place + 1]`` the right one.
    nearest = left, right = kept[place], kept[place + 1]
    if right == left + 1 or (_encloses(left, right) and _between(vanished, left, right)):
        return [nearest]
    lefts = kept[max(0, place - REACH + 1) : place + 1][::-1]
    rights = kept[place + 1 : place + 1 + REACH]
    found = sorted(
        [
            (right - left + 2 * (near + far), left, right)
            for near, left in enumerate(lefts)
            for far, right in enumerate(rights)
            if _encloses(left, right)
        ]
    )
    for _, *bounds in found:
        if _between(vanished, *bounds):
            return [(bounds[0], bounds[1]), (left, _UNKNOWN), (_UNKNOWN, right)]
    return [*([nearest] if _encloses(*nearest) else []), (left, _UNKNOWN), (_UNKNOWN, right)]


def _encloses(left: int, right: int) -> bool:
    return left < right <= left + WIDEST


def _between(vanished: Sequence[int], left: int, right: int) -> Sequence[int]:
    return vanished[bisect_right(vanished, left) : bisect_left(vanished, right)]


def _following(vanished: Sequence[int], left: int) -> tuple[int, ...]:
    start = stop = bisect_right(vanished, left)
    while stop < len(vanished) and vanished[stop] == left + 1 + stop - start:
        stop += 1
    return tuple(vanished[start:stop])


def _preceding(vanished: Sequence[int], right: int) -> tuple[int, ...]:
    start = stop = bisect_left(vanished, right)
    while start > 0 and vanished[start - 1] == right - 1 - (stop - start):
        start -= 1
    return tuple(vanished[start:stop])
