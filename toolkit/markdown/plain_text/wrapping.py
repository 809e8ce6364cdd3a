"""Where the lines of a hard-wrapped text belong together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from toolkit.markdown.plain_text import shape
from toolkit.markdown.plain_text.lines import Line, columns

_LIMIT: Final = 100
"""Nobody wraps at more columns than this: a longer line is a whole paragraph."""
_NARROWEST: Final = 40
"""Nobody wraps prose at less; shorter lines are verses, addresses, menus."""


class Wrapping:
    """How a text is wrapped, and so which line continues the one before it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        prose = [line for line in lines if not line.is_rule]
        self._width = max((line.width for line in prose if line.width <= _LIMIT), default=0)
        # A full line that stops within a sentence is evidence; a whole paragraph on one line is
        # counter-evidence.
        evidence = sum(
            not second.starts_block
            and self._full(first, second)
            and not _closed(first.text)
            and (shape.starts_lower(second.text) or shape.starts_uncased(second.text))
            for first, second in pairwise(prose)
        )
        self._wrapped = evidence > sum(line.width > _LIMIT for line in prose)
        self._first = lines[0].number if lines else 0

    def continues(self, first: Line, second: Line, *, item: Line | None = None) -> bool:
        """Return whether the second line goes on with the paragraph or list item of the first.

        ``item``: where the list item begins that the first line belongs to; indentation continues it.
        """
        if second.starts_block or first.is_row or first.is_rule:
            return False
        if item and second.indent > item.indent:
            return True
        if second.indent >= first.indent + 2:
            return False
        if shape.splits_word(first.text, second.text):
            return True
        lower, closed = shape.starts_lower(second.text), _closed(first.text)
        if first.number == self._first and shape.is_title_like(first.text):
            return lower and self._full(first, second)
        if first.width > _LIMIT or second.width > _LIMIT:
            return lower and not closed and first.width > _LIMIT
        if lower and not closed:
            return self._width >= _NARROWEST and self._full(first, second, self._width // 4)
        return self._wrapped and self._full(first, second)

    def _full(self, first: Line, second: Line, slack: int = 0) -> bool:
        """Return whether the next word had no place on the first line, give or take some columns."""
        if self._width < _NARROWEST or max(first.width, second.width) > _LIMIT:
            return False
        word = second.text.split()[0]
        if columns(second.text[0]) == 2:  # scripts that break anywhere, but not before punctuation
            word, slack = word[0], slack + 4
        return first.width + 1 + columns(word) + slack > self._width


def _closed(text: str) -> bool:
    return shape.ends_sentence(text) or shape.ends_with_colon(text)
