"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from toolkit.catalog.matching.edit_script import matches
from toolkit.catalog.matching.word_tokens import word_tokens

MOST_TOKENS: Final = 4000
"""Texts with more words, signs and spaces than this between what begins and ends alike are not compared."""
MOST_EDITS: Final = 600
"""Texts in which more of them went and came have changed altogether."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(slots=True)
class _Step:
    """What stayed, and what went and came after it."""

    same: str = ""
    gone: str = ""
    new: str = ""

    @property
    def size(self) -> int:
        return max(len(self.gone), len(self.new))


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """Return what went and what came between two texts, and what stayed, in order; no piece is empty.

    The pieces ``same`` and ``gone`` together are the old text, ``same`` and ``new`` the new one; where
    both stand in one place, what went comes first. Texts too long or too different to compare word by
    word (`MOST_TOKENS`, `MOST_EDITS`) are replaced whole but for their common beginning and end.
    """
    before, after = word_tokens(old), word_tokens(new)
    least = min(len(before), len(after))
    head = 0
    while head < least and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < least - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    steps = [_Step("".join(before[:head]))]
    for step in _steps(before[head : len(before) - tail], after[head : len(after) - tail]):
        _add(steps, step)
    _add(steps, _Step("".join(before[len(before) - tail :])))
    return tuple(_pieces(steps))


def shortened(pieces: Iterable[Piece], limit: int = 60) -> tuple[Piece, ...]:
    """Return the pieces with long stretches cut, so that a line shows what changed.

    A stretch that stayed and is longer than ``limit`` characters becomes ``…`` with some words around it,
    next to what changed only; what went or came is cut in its middle beyond four times as many.
    """
    given = tuple(pieces)
    last = len(given) - 1
    shown = []
    for number, piece in enumerate(given):
        if piece.kind == "same":
            text = _cut(piece.text, limit, number > 0, number < last)
        else:
            text = _cut(piece.text, 4 * limit, True, True)
        shown.append(Piece(piece.kind, text))
    return tuple(shown)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    found = matches(old, new, MOST_EDITS) if len(old) + len(new) <= MOST_TOKENS else None
    here = there = 0
    same = ""
    for start, place, length in (*(found or ()), (len(old), len(new), 0)):
        yield _Step(same, "".join(old[here:start]), "".join(new[there:place]))
        here, there = start + length, place + length
        same = "".join(old[start:here])


def _add(steps: list[_Step], step: _Step) -> None:
    """Add a step, and join it with those before it where what stayed between them is too little to read."""
    while True:
        last = steps[-1]
        if not last.size:
            step.same = last.same + step.same
        elif step.size and 2 * len(step.same.strip()) <= min(last.size, step.size):
            step = _Step(last.same, last.gone + step.same + step.gone, last.new + step.same + step.new)
        else:
            break
        steps.pop()
        if not steps:
            break
    steps.append(step)


def _pieces(steps: Iterable[_Step]) -> Iterator[Piece]:
    for step in steps:
        for piece in (Piece("same", step.same), Piece("gone", step.gone), Piece("new", step.new)):
            if piece.text:
                yield piece


def _cut(text: str, limit: int, head: bool, tail: bool) -> str:
    """Return a text, or of one longer than ``limit`` its ends and ``…``, or the end that is asked for."""
    if len(text) <= limit:
        return text
    room = limit // 2
    # A token that is cut off here lies beyond the room, or is longer than all of it.
    first, final = word_tokens(text[:limit]), word_tokens(text[-limit:])
    start = _fitting(first, room) or [text[:room]]
    end = _fitting(final[::-1], room)[::-1] or [text[-room:]]
    while len(end) > 1 and not end[0].isspace() and not any(map(str.isalnum, end[0])):
        del end[0]  # a comma after the ellipsis looks lost
    return "".join((*(start if head else ()), "…", *(end if tail else ())))


def _fitting(tokens: Iterable[str], room: int) -> list[str]:
    fitting = []
    for token in tokens:
        room -= len(token)
        if room < 0:
            break
        fitting.append(token)
    return fitting
