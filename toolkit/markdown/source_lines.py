"""The text that the parser sees, and the way back from its offsets to the file's."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_ENDING = re.compile(r"\r\n|\n|\r")
"""CommonMark's line endings; ``str.splitlines`` knows others that are none here."""


@dataclass(frozen=True, slots=True)
class SourceLines:
    """A stretch of a document in the parser's form: LF line endings, no NUL."""

    text: str
    base: int
    """Offset of the stretch in the document's text."""
    shifts: tuple[int, ...] | None
    """Per line, the offset to add to a position in ``text``; ``None`` where it is ``base`` throughout."""

    def shift(self, line: int) -> int:
        """Return what turns an offset on a line (from 0) of ``text`` into one of the document."""
        return self.base if self.shifts is None else self.shifts[line]


def source_lines(text: str, base: int = 0) -> SourceLines:
    """Return ``text`` from ``base`` on as the parser sees it; offsets map back exactly."""
    body = text[base:] if base else text
    if "\0" in body:
        body = body.replace("\0", "\ufffd")
    if "\r" not in body:
        return SourceLines(body, base, None)
    shifts = [base]
    gained = 0
    for ending in _LINE_ENDING.finditer(body):
        gained += len(ending[0]) - 1
        shifts.append(base + gained)
    return SourceLines(_LINE_ENDING.sub("\n", body), base, tuple(shifts))


def line_starts(text: str) -> list[int]:
    """Return the offset of each line's first character."""
    return [0, *(ending.end() for ending in _LINE_ENDING.finditer(text))]


def newline_at(text: str, offset: int) -> str:
    """Return the line ending of the line at ``offset``; of the line before it where it has none."""
    after = _LINE_ENDING.search(text, offset)
    if after:
        return after[0]
    before = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    if before < 0:
        return "\n"
    return "\r\n" if text[before - 1 : before + 1] == "\r\n" else text[before]


class LineNumbers:
    """Line and column of offsets in one text, each from 1; lines are found once."""

    def __init__(self, text: str) -> None:
        self._starts = line_starts(text)

    def line(self, offset: int) -> int:
        """Return the line of an offset."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Return the column of an offset, in characters."""
        return offset - self._starts[self.line(offset) - 1] + 1
