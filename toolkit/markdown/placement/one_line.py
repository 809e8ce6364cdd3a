"""Inline Markdown where a single line is its place: headings, terms, titles, options, cells."""

from __future__ import annotations

import re

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.line_start import escape_line_start
from toolkit.markdown.line_texts import option_value, title_line
from toolkit.markdown.placement.heading_text import without_attributes, without_closing_marks
from toolkit.markdown.placement.placement import Placement
from toolkit.model.segment import Encoding, Segment

_LAST_BACKSLASH = re.compile(r"^((?:.*[^\\])?(?:\\\\)*?)\\{1,2}$")

ONE_LINE = frozenset({Encoding.ATX, Encoding.TERM, Encoding.TITLE, Encoding.OPTION, Encoding.CELL})
"""What is placed here."""


def one_line(source: str, segment: Segment, text: str, dialect: Dialect) -> Placement:
    """Return how a normal text is written in the place of a segment of the encodings in ``ONE_LINE``."""
    start = segment.region[0]
    line = text.replace("\n", " ")
    match segment.encoding:
        case Encoding.ATX:
            line = without_closing_marks(without_attributes(line))
        case Encoding.TERM:
            line = escape_line_start(line, dialect.escapable).replace("\n", " ")
        case Encoding.TITLE:
            line = title_line(source, segment, text)
            if not source[_line_start(source, start) : start].strip():
                line = escape_line_start(line, dialect.escapable).replace("\n", " ")
        case Encoding.OPTION:
            line = option_value(source[slice(*segment.region)], line)
        case _:
            return _cell(source, start, line, dialect)
    return Placement(line, line)


def _cell(source: str, start: int, text: str, dialect: Dialect) -> Placement:
    if match := _LAST_BACKSLASH.search(text):
        text = match[1] + "&#92;"
    if "|" not in source[_line_start(source, start) : start]:
        text = escape_line_start(text, dialect.escapable).replace("\n", " ")
    return Placement(text.replace("|", "\\|"), text)


def _line_start(source: str, offset: int) -> int:
    start = source.rfind("\n", 0, offset) + 1
    return max(start, source.rfind("\r", start, offset) + 1)
