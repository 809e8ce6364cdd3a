"""Where the text of an inline run stands in its document: without marks, and without what is trimmed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from toolkit.markdown.parser import REGIONS
from toolkit.markdown.source_lines import SourceLines
from toolkit.markdown.table_cells import cell_ranges
from toolkit.model.segment import Span

Found = tuple[int, tuple[Span, ...]]
"""The line of a run's text (from 0, in the body), and its spans in the document; none for an empty run."""

_MARGIN = re.compile(rf"[{re.escape(MD_TRIM_CHARS)}]")


def run_spans(lines: SourceLines, token: Token) -> Found:
    """Return the spans of a run of lines, without what the parser trims away at both ends."""
    text = lines.text
    regions: Sequence[Span] = token.meta[REGIONS]
    line = token.map[0] if token.map else 0
    start, end = regions[0][0], regions[-1][1]
    if _MARGIN.match(text, start) or _MARGIN.match(text, end - 1):
        # A whole first or last line may be of white space that Markdown does not call blank.
        kept = [n for n, (a, b) in enumerate(regions) if text[a:b].strip(MD_TRIM_CHARS)]
        if not kept:
            return line, ()
        regions = regions[kept[0] : kept[-1] + 1]
        line += kept[0]
        first, last = text[slice(*regions[0])], text[slice(*regions[-1])]
        start = regions[0][0] + len(first) - len(first.lstrip(MD_TRIM_CHARS))
        end = regions[-1][1] - len(last) + len(last.rstrip(MD_TRIM_CHARS))
    if len(regions) == 1:
        shift = lines.shift(line)
        return line, ((start + shift, end + shift),)
    trimmed = [(start, regions[0][1]), *regions[1:-1], (regions[-1][0], end)]
    if lines.shifts is None:
        base = lines.base
        return line, tuple([(a + base, b + base) for a, b in trimmed] if base else trimmed)
    shifts = lines.shifts[line : line + len(trimmed)]
    return line, tuple([(a + s, b + s) for (a, b), s in zip(trimmed, shifts, strict=True)])


def atx_span(lines: SourceLines, token: Token, level: int) -> Found:
    """Return the span of an ATX heading: without its marks, in the order the parser strips them."""
    start, end = token.meta[REGIONS][0]
    start += level
    content = lines.text[start:end].rstrip(" \t")
    unmarked = content.rstrip("#")
    if unmarked and unmarked[-1] in " \t":
        content = unmarked
    content = content.rstrip(MD_TRIM_CHARS)
    stop = start + len(content)
    start = stop - len(content.lstrip(MD_TRIM_CHARS))
    line = token.map[0] if token.map else 0
    shift = lines.shift(line)
    return line, ((start + shift, stop + shift),) if start < stop else ()


def term_span(lines: SourceLines, token: Token) -> Found:
    """Return the span of a term, which the parser trims by Python's wider idea of white space."""
    start, end = token.meta[REGIONS][0]
    content = lines.text[start:end].rstrip()
    stop = start + len(content)
    start = stop - len(content.lstrip())
    line = token.map[0] if token.map else 0
    shift = lines.shift(line)
    return line, ((start + shift, stop + shift),) if start < stop else ()


def row_cells(lines: SourceLines, token: Token) -> list[Span]:
    """Return the range of each cell of a table row, in the parser's text."""
    start, end = token.meta[REGIONS][0]
    return [(start + a, start + b) for a, b in cell_ranges(lines.text[start:end])]


def line_prefix(lines: SourceLines, line: int, start: int) -> str:
    """Return what begins a further line of a run: the marks before its first, all but ``>`` blanked.

    ``start`` is where the run begins in the document, on ``line``.
    """
    position = start - lines.shift(line)
    begin = lines.text.rfind("\n", 0, position) + 1
    if begin == position:
        return ""
    return "".join([c if c in ">\t " else " " for c in lines.text[begin:position]])
