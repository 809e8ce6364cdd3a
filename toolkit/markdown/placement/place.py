"""A translation as the source text that stands in a segment's place."""

from __future__ import annotations

import re

from toolkit.markdown.code_text import code_lines
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.dialects.verbatim import without_lone_angles
from toolkit.markdown.front_matter.cut import opens_front_matter
from toolkit.markdown.html_text import html_lines, html_value
from toolkit.markdown.line_texts import encoded
from toolkit.markdown.link_titles import title_text, written_title
from toolkit.markdown.placement.normal_text import normal_text
from toolkit.markdown.placement.one_line import ONE_LINE, one_line
from toolkit.markdown.placement.placement import Placement
from toolkit.markdown.placement.several_lines import several_lines
from toolkit.markdown.source_lines import newline_at
from toolkit.markdown.splice import splice
from toolkit.model.segment import Encoding, Segment

_OVER_DELIMITERS = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)[> \t]*[-:|]")


def place(source: str, segment: Segment, translation: str, dialect: Dialect = GFM) -> Placement | None:
    """Return how a translation is written in a segment's place; ``None`` for one without any text.

    ``source`` is the document's text, read in ``dialect``. Marks that would open a block or front matter are
    escaped, hard breaks are spelled as the segment's own, further lines begin with its prefix. Whether the
    result keeps the structure of the document is for ``toolkit.markdown.structure`` to verify.
    """
    placement = _placed(source, segment, translation, dialect)
    start = segment.region[0]
    first = start == 0 or (start == 1 and source[0] == "\ufeff")
    if first and placement and opens_front_matter(placement.written):
        return Placement("\\" + placement.written, "\\" + placement.content)
    return placement


def _placed(source: str, segment: Segment, translation: str, dialect: Dialect) -> Placement | None:
    if segment.encoding.in_html:
        return _in_html(source, segment, translation)
    if segment.encoding.in_code:
        return _in_code(source, segment, translation)
    if segment.encoding.in_quotes:
        line = encoded(source, segment, translation)
        return Placement(line, line) if line else None
    if segment.encoding is Encoding.LINK_TITLE:
        return _link_title(source, segment, translation)
    text = normal_text(translation)
    if not text:
        return None
    if not dialect.lone_angles and "<" in text:
        text = without_lone_angles(text, dialect)
    as_written = one_line if segment.encoding in ONE_LINE else several_lines
    return as_written(source, segment, text, dialect)


def _link_title(source: str, segment: Segment, translation: str) -> Placement | None:
    text = title_text(translation)
    start, stop = segment.region
    pipes = bool(_OVER_DELIMITERS.match(source, stop))
    return Placement(written_title(text, source[start], pipes), text) if text else None


def _in_html(source: str, segment: Segment, translation: str) -> Placement | None:
    if not segment.encoding.in_html_text:
        value = html_value(segment, source, translation)
        return Placement(value, value) if value else None
    lines = html_lines(segment, translation)
    newline = newline_at(source, segment.region[0]) if len(lines) > 1 else ""
    return Placement((newline + segment.prefix).join(lines), "\n".join(lines)) if lines else None


def _in_code(source: str, segment: Segment, translation: str) -> Placement | None:
    """Return lines in the places of the segment's own, as many, with what stands between those."""
    lines = code_lines(translation)
    if lines == ("",):
        return None
    start, stop = segment.region
    spans = [(a - start, b - start) for a, b in segment.spans]
    written = splice(source[start:stop], zip(spans, lines, strict=True))
    return Placement(written, "\n".join(lines))
