"""Where the raw HTML of a document leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.markdown.destinations import Destination, Destinations
from toolkit.markdown.edition import Edition
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.raw_destinations import raw_destinations
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.source_lines import SourceLines, line_starts, source_lines
from toolkit.model.segment import Span

_ATTRIBUTE = re.compile(r"(?:src|srcset|href|poster|data)[\t\n\f\r ]*=", re.IGNORECASE)


def destinations_in_raw_html(parsed: ParsedDocument) -> tuple[Destination, ...]:
    """Return the addresses in a document's raw HTML, blocks and inline tags, in the order of the text.

    Their spans are where the tags begin in the document's text, up to the end of the line at most.  A tag
    in the alternative text of an image counts too, though pages do not show it: finding tags must not cost
    inline parsing.
    """
    if not _ATTRIBUTE.search(parsed.document.text):  # as nearly always
        return ()
    return tuple(_destinations(parsed))


def _destinations(parsed: ParsedDocument) -> Iterator[Destination]:
    text = source_lines(parsed.document.text, parsed.body)
    starts = line_starts(text.text)
    places = Destinations(Edition(parsed.document.text, parsed.body, parsed.tokens, parsed.env, {}))
    for index, token in enumerate(parsed.tokens):
        if token.type not in ("html_block", "inline") or "<" not in token.content:
            continue
        content, first = token.content, token.map[0] if token.map else 0
        block = token.type == "html_block"
        for start, stop in [(0, len(content))] if block else _tags(content):
            for raw in raw_destinations(content[start:stop]):
                tag = start + raw.tag[0], start + raw.tag[1]
                end = content.find("\n", *tag)
                line = tag[0], tag[1] if end < 0 else end
                span = _in_block(text, starts, first, content, line) if block else None
                span = span or places.written(index, content, line) or _line(text, starts, first)
                yield Destination(raw.href, raw.attribute != "href", index, span, raw.attribute)


def _tags(content: str) -> Iterator[Span]:
    return ((p.start, p.stop) for p in scan_inline(content) if p.kind is PieceKind.TAG)


def _in_block(text: SourceLines, starts: list[int], first: int, content: str, place: Span) -> Span | None:
    number = first + content.count("\n", 0, place[0])
    end = content.find("\n", place[0])
    # What a container puts before a line is not in the content: its end is where both agree.
    rest = (len(content) if end < 0 else end) - place[0]
    stop = starts[number + 1] - 1 if number + 1 < len(starts) else len(text.text)
    start = stop - rest
    if not text.text.startswith(content[slice(*place)], max(start, starts[number])):
        return None
    shift = text.shift(number)
    return start + shift, start + shift + place[1] - place[0]


def _line(text: SourceLines, starts: list[int], number: int) -> Span:
    start = starts[number] + text.shift(number)
    return start, start
