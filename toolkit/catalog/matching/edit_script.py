"""The shortest way from one sequence to another, within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Match(NamedTuple):
    """A stretch that both sequences have."""

    old: int
    """Where it starts in the old sequence."""
    new: int
    """Where it starts in the new one."""
    length: int


def matches(old: Sequence[T], new: Sequence[T], most_edits: int) -> tuple[Match, ...] | None:
    """Return what stays between two sequences in a shortest edit script, in order; ``None`` beyond
    ``most_edits`` elements that go or come.

    Myers, An O(ND) Difference Algorithm (1986): time grows with the length times the edits, memory with
    the square of the edits.
    """
    length, other = len(old), len(new)
    reach = {1: 0}  # per diagonal (position in old less position in new), how far the best script got
    history: list[dict[int, int]] = []
    for edits in range(min(length + other, most_edits) + 1):
        history.append(reach)
        reach = dict(reach)
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
            x = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            y = x - diagonal
            while x < length and y < other and old[x] == new[y]:
                x += 1
                y += 1
            reach[diagonal] = x
            if x >= length and y >= other:
                return _traced(history, length, other)
    return None


def _traced(history: Sequence[dict[int, int]], x: int, y: int) -> tuple[Match, ...]:
    found: list[Match] = []
    for edits in range(len(history) - 1, -1, -1):
        reach, diagonal = history[edits], x - y
        down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        from_x = reach[before]
        from_y = from_x - before
        start = from_x if down else from_x + 1
        if x > start:
            found.append(Match(start, start - diagonal, x - start))
        x, y = from_x, from_y
    return tuple(reversed(found))
