"""The segments of inline runs: paragraphs and their like, cells, headings, texts within a line."""

from __future__ import annotations

from markdown_it.token import Token

from toolkit.markdown.constructs.attribute_lists import HEADING_ID
from toolkit.markdown.dialects.verbatim import without_verbatim
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.line_texts import decoded
from toolkit.markdown.message_text import heading_attributes, message_text
from toolkit.markdown.parser import REGIONS
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.markdown.spans import atx_span, line_prefix, run_spans, term_span
from toolkit.markdown.table_cells import unescape_pipes
from toolkit.model.segment import Encoding, Span

_MULTILINE = (Encoding.BLOCK, Encoding.SETEXT)


def gather_run(found: Gathering, index: int, token: Token, kind: str, encoding: Encoding) -> None:
    """Add the text of a run of lines, or of a term."""
    if REGIONS in token.meta:
        text = message_text(token.content, found.labels, found.notes_after_links)
        of_run = term_span if encoding is Encoding.TERM else run_spans
        line, spans = of_run(found.lines, token)
        if spans:
            _add(found, index, line, spans, text, kind, encoding)


def gather_cell(found: Gathering, index: int, line: int, cell: Span, kind: str) -> None:
    """Add the text of a table cell, which stands in a range of the parser's text on ``line``."""
    start, stop = cell
    if start < stop:
        shift = found.lines.shift(line)
        text = message_text(
            unescape_pipes(found.lines.text[start:stop]), found.labels, found.notes_after_links
        )
        _add(found, index, line, ((start + shift, stop + shift),), text, kind, Encoding.CELL)


def gather_line_text(found: Gathering, index: int, token: Token, opening: Token) -> None:
    """Add a text within lines that are copied; its opening token says its kind and its encoding."""
    encoding = Encoding(opening.markup)
    text = token.content
    text = (
        decoded(text, encoding)
        if encoding.in_quotes
        else message_text(text, found.labels, found.notes_after_links)
    )
    line, spans = run_spans(found.lines, token)
    if spans:
        _add(found, index, line, spans, text, opening.info, encoding)


class Headings:
    """The headings of a document, one after the other: what stands under which."""

    def __init__(self, found: Gathering) -> None:
        self._found = found
        self._above: list[tuple[int, str]] = []  # level and text, outermost first

    def gather(self, index: int, token: Token, opening: Token) -> None:
        """Add the text of a heading; also of one that is left alone, others know that they stand under it."""
        found, above = self._found, self._above
        level = int(opening.tag[1])
        while above and above[-1][0] >= level:
            above.pop()
        found.heading = above[-1][1] if above else ""
        content = token.content
        end, identifier = heading_attributes(content)
        identifier = opening.meta.get(HEADING_ID, identifier)
        if identifier is not None:
            found.heading_ids[index] = identifier
        text = message_text(content[:end], found.labels, found.notes_after_links)
        if not found.scopes.skipping:
            atx = opening.markup[:1] == "#"
            line, spans = atx_span(found.lines, token, level) if atx else run_spans(found.lines, token)
            if spans:
                start, stop = spans[-1]
                spans = (*spans[:-1], (start, stop - len(content) + end))
                encoding = Encoding.ATX if atx else Encoding.SETEXT
                _add(found, index, line, spans, text, f"heading {level}", encoding)
        above.append((level, text))
        found.heading = text


def _add(
    found: Gathering,
    index: int,
    line: int,
    spans: tuple[Span, ...],
    text: str,
    kind: str,
    encoding: Encoding,
) -> None:
    if has_letter(without_verbatim(text, found.dialect)):
        prefix = line_prefix(found.lines, line, spans[0][0]) if encoding in _MULTILINE else ""
        found.inline[index] = found.add(text, kind, line, spans, prefix, encoding)
