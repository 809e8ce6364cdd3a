"""List items of a plain text as nested Markdown lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.markdown.plain_text import literal
from toolkit.markdown.plain_text.pieces import Doubt, Piece

_DEEPEST: Final = 8
_NEAR: Final = 50
"""Items within which the numbers around bullets are looked for."""
_SECOND_LEVEL: Final = "◦○▪"
"""Bullets that word processors use below ``•``; pasting often loses the indentation."""
_UNSURE: Final = "·*–-1"


def render_list(items: Sequence[Piece]) -> str:
    """Return consecutive items as one Markdown list, or as several where numbers do not count on."""
    lines: list[str] = []
    markers: list[str] = []
    values: list[int | None] = []
    for depth, item in zip(_depths(items), items, strict=True):
        value = item.first.value
        deeper = depth >= len(markers)
        same = not deeper and _follows(values[depth], value)
        delimiter = "."
        if not deeper and not same and value is not None and markers[depth][-2] == ".":
            delimiter = ")"  # with the same one, Markdown would see a single list and count on
        marker = "- " if value is None else f"{value}{delimiter if not same else markers[depth][-2]} "
        # A list that begins with another number than 1 cannot interrupt the text of an item.
        if lines and (not same if not deeper else value not in (None, 1)):
            lines.append("")
        del markers[depth:], values[depth:]
        indent = sum(len(outer) for outer in markers)
        lines.append(" " * indent + marker + literal.item(item.text))
        markers.append(marker)
        values.append(value)
    return "\n".join(lines)


def list_doubts(items: Sequence[Piece]) -> Iterator[Doubt]:
    """Yield what is doubtful about consecutive items."""
    first = items[0]
    if len(items) == 1 and first.first.marker in _UNSURE:
        yield Doubt(first.line, _ONE_ITEM)
    values: list[int | None] = []
    for depth, item in zip(_depths(items), items, strict=True):
        value = item.first.value
        known = depth < len(values)
        before = values[depth] if known else None
        if known and value is not None and before is not None and value != before + 1:
            yield Doubt(item.line, _NUMBERS.format(value, before))
        values[depth:] = [value]


def _follows(before: int | None, value: int | None) -> bool:
    """Return whether an item goes on with the list of the item before it at its level."""
    return before is None if value is None else before is not None and value == before + 1


def _depths(items: Sequence[Piece]) -> list[int]:
    """Return the level of each item, from 0: by indentation, else by the kind of its marker."""
    stack: list[Piece] = []
    depths: list[int] = []
    for index, item in enumerate(items):
        indent = item.first.indent
        while len(stack) > 1 and indent <= stack[-1].first.indent - 2:
            stack.pop()
        family = _family(item)
        level = [
            at
            for at, open_item in enumerate(stack)
            if abs(open_item.first.indent - indent) < 2 and _family(open_item) == family
        ]
        if level:
            del stack[level[-1] :]
        elif stack and not _is_child(items, index, stack[-1]):
            stack.pop()
        if len(stack) == _DEEPEST:
            stack.pop()
        depths.append(len(stack))
        stack.append(item)
    return depths


def _is_child(items: Sequence[Piece], index: int, parent: Piece) -> bool:
    item = items[index]
    if item.first.indent >= parent.first.indent + 2:
        return True
    if item.first.indent <= parent.first.indent - 2:
        return False
    if parent.first.value is None:
        return _family(item) == "second" and _family(parent) == "bullet"
    # Bullets below a number belong to it, indented or not, where the numbers count on around bullets.
    number = parent.first.value
    later = items[index + 1 : index + _NEAR]
    earlier = items[max(index - _NEAR, 0) : index - 1]
    return item.first.value is None and (
        any(_is_number(other, number + 1, parent) for other in later)
        or (
            any(_is_number(other, number - 1, parent) for other in earlier)
            and items[index - 2].first.value is None
        )
    )


def _is_number(item: Piece, value: int, like: Piece) -> bool:
    """Return whether an item has a number, in the same column as another item."""
    return item.first.value == value and abs(item.first.indent - like.first.indent) < 2


def _family(item: Piece) -> str:
    if item.first.value is not None:
        return "number"
    return "second" if item.first.marker in _SECOND_LEVEL else "bullet"


_ONE_ITEM = (
    "a single line with a list marker: taken as a list of one item; "
    "if it is a note, a dash or a sentence, write it as a paragraph"
)
_NUMBERS = (
    "number {} comes after {}: kept, as the start of a new list; if the list goes on, correct the number"
)
