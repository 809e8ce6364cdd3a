"""Where a piece of an article's text stands in its file, as rules tell it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from toolkit.check.document_view import DocumentView
from toolkit.check.rule import FileHit
from toolkit.markdown.destinations import Destinations
from toolkit.markdown.edition import Edition
from toolkit.markdown.segments import BOM
from toolkit.markdown.source_lines import LineNumbers, line_starts, source_lines
from toolkit.model.segment import Segment, Span

MOST_HITS: Final = 100
"""Of one rule in one article: who has more has one cause for them, or wants to keep us busy."""


class ArticleText:
    """The text of an article, its lines counted once."""

    def __init__(self, view: DocumentView) -> None:
        """Take the article."""
        self._parsed = view.parsed
        self._document = view.parsed.document
        self._numbers = LineNumbers(self._document.text)
        self._destinations = Destinations(
            Edition(self._document.text, self._parsed.body, self._parsed.tokens, self._parsed.env, {})
        )
        self._lines = source_lines(self._document.text, self._parsed.body)
        self._starts = line_starts(self._lines.text)
        self._counted: tuple[str, list[int]] = ("", [0])

    def runs(self, *needles: str) -> Iterator[tuple[int, str]]:
        """Yield the inline texts of the body that hold one of some texts, each with its token's index."""
        if not any(needle in self._document.text for needle in needles):
            return
        for index, token in enumerate(self._parsed.tokens):
            if token.type == "inline" and any(needle in token.content for needle in needles):
                yield index, token.content

    def blocks(self, needle: str) -> Iterator[tuple[int, str]]:
        """Yield the blocks of raw HTML that hold a text in any case, each with its token's index."""
        if needle not in self._document.text.lower():
            return
        for index, token in enumerate(self._parsed.tokens):
            if token.type == "html_block" and needle in token.content.lower():
                yield index, token.content

    def hit(
        self, message: str, span: Span | None, line: int = 0, hint: str = "", subject: str = ""
    ) -> FileHit:
        """Return the hit for a range of the text, underlined to the end of its line at most.

        Where the range is not known it is that of a line of the file, from 1.
        """
        if span is None:
            return FileHit(message, line, 1 if line else 0, 0, hint, subject)
        start, stop = span
        line, column = self._numbers.line(start), self._numbers.column(start)
        text = self._document.text
        length = len(text[start:stop].split("\n")[0].split("\r")[0])
        if line == 1 and text.startswith(BOM):
            column -= 1
        return FileHit(message, line, column, length, hint, subject)

    def in_run(self, message: str, index: int, content: str, piece: Span, subject: str = "") -> FileHit:
        """Return the hit for a range of an inline text."""
        start, stop = piece
        end = content.find("\n", start, stop)
        stop = end if end >= 0 else stop
        written = self._destinations.written(index, content, (start, stop)) if start < stop else None
        line = 0 if written else self.line(index) + self._line_in(content, start)
        return self.hit(message, written, line, subject=subject)

    def in_block(self, message: str, index: int, content: str, piece: Span, subject: str = "") -> FileHit:
        """Return the hit for a range of a block of raw HTML."""
        start, stop = piece
        end = content.find("\n", start)
        end = len(content) if end < 0 else end
        stop = min(stop, end)
        token = self._parsed.tokens[index]
        number = (token.map[0] if token.map else 0) + self._line_in(content, start)
        # What a container puts before a line is not in the content: its end is where both agree.
        beyond = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._lines.text)
        begin = beyond - (end - start)
        written = None
        if begin >= self._starts[number] and self._lines.text.startswith(content[start:stop], begin):
            shift = self._lines.shift(number)
            written = (begin + shift, begin + shift + stop - start)
        line = 0 if written else self.line(index) + self._line_in(content, start)
        return self.hit(message, written, line, subject=subject)

    def in_segment(self, message: str, segment: Segment, hint: str = "") -> FileHit:
        """Return the hit for a segment, shown by its first line."""
        return self.hit(message, segment.spans[0], hint=hint, subject=segment.key.text)

    def _line_in(self, content: str, offset: int) -> int:
        if self._counted[0] is not content:
            self._counted = content, line_starts(content)
        return bisect_right(self._counted[1], offset) - 1

    def line(self, index: int) -> int:
        """Return the line of the file, from 1, on which a token begins."""
        token = self._parsed.tokens[index]
        above = self._numbers.line(self._parsed.body) - 1
        return (token.map[0] if token.map else 0) + 1 + above
