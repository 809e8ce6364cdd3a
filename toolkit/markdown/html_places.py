"""Where a range of an HTML block's content stands in its document: without what its container puts before."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from markdown_it.token import Token

from toolkit.markdown.source_lines import SourceLines, line_starts
from toolkit.markdown.spans import Found
from toolkit.model.segment import Span


class HtmlPlaces:
    """The way from the contents of a document's HTML blocks back to its text."""

    def __init__(self, lines: SourceLines) -> None:
        self._lines = lines

    def of(self, token: Token, ranges: list[Span]) -> list[Found]:
        """Return the line and the spans of each range, in order; none begins or ends in white space.

        Quote marks and indent that are no part of the content stand at the beginning of a line, so a line
        of the content ends where its source line ends.
        """
        content, first = token.content, token.map[0] if token.map else 0
        first += token.type == "fence"  # whose content begins on its second line
        starts = line_starts(content)
        found: list[Found] = []
        for start, stop in ranges:
            line = bisect_right(starts, start) - 1
            spans: list[Span] = []
            number = line
            while number < len(starts) and starts[number] < stop:
                end = self._end(content, starts, number)
                a, b = max(start, starts[number]), min(stop, end)
                a = b - len(content[a:b].lstrip(" \t"))
                if a < b:
                    shift = self._stop(first + number) - end + self._lines.shift(first + number)
                    spans.append((a + shift, b + shift))
                number += 1
            found.append((first + line, tuple(spans)))
        return found

    def _end(self, content: str, starts: list[int], number: int) -> int:
        return starts[number + 1] - 1 if number + 1 < len(starts) else len(content)

    def _stop(self, number: int) -> int:
        """Return where a line of the body ends, in the parser's text."""
        return self._end(self._lines.text, self._starts, number)

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self._lines.text)
