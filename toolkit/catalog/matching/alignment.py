"""The best pairing of two short sequences in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def in_order(
    rows: Sequence[int], columns: Sequence[int], worth: Mapping[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """Return the pairs of row and column, none crossing another, whose worth adds up to the most.

    Only pairs in ``worth`` are taken; the time is that of ``len(rows) * len(columns)`` steps.
    """
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for r in range(len(rows) - 1, -1, -1):
        below, here = best[r + 1], best[r]
        for c in range(len(columns) - 1, -1, -1):
            gain = worth.get((rows[r], columns[c]))
            skipped = max(below[c], here[c + 1])
            here[c] = skipped if gain is None else max(skipped, gain + below[c + 1])
    pairs = []
    r = c = 0
    while r < len(rows) and c < len(columns):
        if best[r][c] == best[r + 1][c]:
            r += 1
        elif best[r][c] == best[r][c + 1]:
            c += 1
        else:
            pairs.append((rows[r], columns[c]))
            r, c = r + 1, c + 1
    return pairs
