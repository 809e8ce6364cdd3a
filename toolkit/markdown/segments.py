"""A document and its translatable segments: the one segmentation, for extraction and assembly alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from toolkit.errors import SourceError
from toolkit.markdown.directives import Scopes, parse_directives
from toolkit.markdown.front_matter import FrontMatter, cut_front_matter, translatable_scalars
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.message_text import heading_attributes, message_text
from toolkit.markdown.parser import DEFAULT_NESTING, REGIONS, Env, parse_blocks
from toolkit.markdown.source_lines import LineNumbers, SourceLines, source_lines
from toolkit.markdown.spans import atx_span, line_prefix, row_cells, run_spans, term_span
from toolkit.markdown.table_cells import unescape_pipes
from toolkit.model.document import Document
from toolkit.model.segment import Encoding, MessageKey, Segment, Span

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document, its block tokens, and its segments in the order of the text."""

    document: Document
    front_matter: FrontMatter | None
    body: int
    """Offset of the Markdown body in the document's text."""
    tokens: tuple[Token, ...]
    env: Env
    segments: tuple[Segment, ...]
    inline: Mapping[int, int] = field(hash=False)
    """Index of an inline token → index of its segment."""
    heading_ids: Mapping[int, str] = field(hash=False)
    """Index of a heading's inline token → the id its attribute list gives it."""
    nesting: int = DEFAULT_NESTING


def parse_document(document: Document, nesting: int = DEFAULT_NESTING) -> ParsedDocument:
    """Return a document with its segments; blocks are parsed once, inline Markdown not at all.

    Raises `SourceError` for broken front matter and for nesting beyond the limit.
    """
    text = document.text
    start = len(BOM) if text.startswith(BOM) else 0
    front = cut_front_matter(text, start, document.path)
    body = front.body if front else start
    lines = source_lines(text, body)
    tokens, env = parse_blocks(lines.text, nesting)
    numbers_before = text.count("\n", 0, body) if "\r" not in text else LineNumbers(text).line(body) - 1
    walk = _Walk(document, lines, env, numbers_before, nesting)
    if front:
        walk.front_matter(front)
    walk.body(tokens)
    return ParsedDocument(
        document,
        front,
        body,
        tuple(tokens),
        env,
        tuple(walk.segments),
        walk.inline,
        walk.heading_ids,
        nesting,
    )


_CONTAINERS = {
    "list_item": "list item",
    "blockquote": "block quote",
    "footnote_reference": "footnote",
    "dd": "definition",
    "alert": "alert",
}
_OPENING = {name + "_open": kind for name, kind in _CONTAINERS.items()}
_CLOSING = frozenset(name + "_close" for name in _CONTAINERS)
_LEAVES = frozenset(
    {"paragraph_open", "heading_open", "dt_open", "th_open", "td_open", "tr_open", "alert_title_open"}
)
_MULTILINE = (Encoding.BLOCK, Encoding.SETEXT)
_NO_ROW: list[Span] = []


class _Walk:
    """One pass over the tokens of a document; what it gathers is frozen afterwards."""

    def __init__(
        self, document: Document, lines: SourceLines, env: Env, lines_before: int, nesting: int
    ) -> None:
        self.document = document
        self.lines = lines
        self.labels: Mapping[str, Any] = env.get("references", {})
        self.lines_before = lines_before
        self.nesting = nesting
        self.scopes = Scopes()
        self.heading = ""
        self.headings: list[tuple[int, str]] = []  # level and text, outermost first
        self.segments: list[Segment] = []
        self.inline: dict[int, int] = {}
        self.heading_ids: dict[int, str] = {}

    def front_matter(self, front: FrontMatter) -> None:
        text = self.document.text
        source = text[front.start : front.stop]
        numbers = LineNumbers(text)
        for path, scalar in translatable_scalars(source, self.document.options.front_matter):
            span = (front.start + scalar.start, front.start + scalar.stop)
            line = numbers.line(span[0])
            key = MessageKey(path, scalar.text)
            self.segments.append(Segment(key, "front matter", "", "", (span,), "", Encoding.YAML, line))

    def body(self, tokens: list[Token]) -> None:
        scopes = self.scopes
        kinds = ["paragraph"]  # of the containers around, innermost last
        deepest = self.nesting - 1
        row, row_line, column = _NO_ROW, 0, 0
        for index, token in enumerate(tokens):
            name = token.type
            if name == "inline":
                opened = tokens[index - 1].type
                if opened == "paragraph_open":
                    if not scopes.skipping:
                        self._run(index, token, kinds[-1], Encoding.BLOCK)
                elif opened == "td_open" or opened == "th_open":
                    if column < len(row) and not scopes.skipping:
                        kind = "table cell" if opened == "td_open" else "table header"
                        self._cell(index, row_line, row[column], kind)
                    column += 1
                elif opened == "heading_open":
                    self._heading(index, token, tokens[index - 1])
                elif opened == "dt_open" and not scopes.skipping:
                    self._run(index, token, "term", Encoding.TERM)
            elif token.nesting > 0:
                if token.level >= deepest and name not in _LEAVES:
                    raise self._too_deep(token)
                if name in _OPENING:
                    kinds.append(_OPENING[name])
                elif name == "tr_open" and token.map:
                    row, row_line, column = row_cells(self.lines, token), token.map[0], 0
                if scopes.pending:
                    scopes.opened(token.level)
            elif token.nesting < 0:
                if name in _CLOSING:
                    kinds.pop()
                if scopes.pending or scopes.open:
                    scopes.closed(token.level)
            elif name == "html_block" and (directives := parse_directives(token.content)):
                scopes.direct(directives)
            else:
                scopes.passed()

    def _cell(self, index: int, line: int, cell: Span, kind: str) -> None:
        start, stop = cell
        if start < stop:
            shift = self.lines.shift(line)
            text = message_text(unescape_pipes(self.lines.text[start:stop]), self.labels)
            self._add(index, line, ((start + shift, stop + shift),), text, kind, Encoding.CELL)

    def _heading(self, index: int, token: Token, opening: Token) -> None:
        level = int(opening.tag[1])
        headings = self.headings
        while headings and headings[-1][0] >= level:
            headings.pop()
        self.heading = headings[-1][1] if headings else ""
        content = token.content
        end, identifier = heading_attributes(content)
        if identifier is not None:
            self.heading_ids[index] = identifier
        text = message_text(content[:end], self.labels)
        if not self.scopes.skipping:
            atx = opening.markup[:1] == "#"
            line, spans = atx_span(self.lines, token, level) if atx else run_spans(self.lines, token)
            if spans:
                start, stop = spans[-1]
                spans = (*spans[:-1], (start, stop - len(content) + end))
                encoding = Encoding.ATX if atx else Encoding.SETEXT
                self._add(index, line, spans, text, f"heading {level}", encoding)
        headings.append((level, text))
        self.heading = text

    def _run(self, index: int, token: Token, kind: str, encoding: Encoding) -> None:
        if REGIONS in token.meta:
            text = message_text(token.content, self.labels)
            line, spans = (
                term_span(self.lines, token) if encoding is Encoding.TERM else run_spans(self.lines, token)
            )
            if spans:
                self._add(index, line, spans, text, kind, encoding)

    def _add(
        self, index: int, line: int, spans: tuple[Span, ...], text: str, kind: str, encoding: Encoding
    ) -> None:
        if has_letter(text):
            scopes = self.scopes
            key = MessageKey(scopes.context, text)
            prefix = line_prefix(self.lines, line, spans[0][0]) if encoding in _MULTILINE else ""
            number = line + 1 + self.lines_before
            self.inline[index] = len(self.segments)
            self.segments.append(
                Segment(key, kind, self.heading, scopes.comment, spans, prefix, encoding, number)
            )

    def _too_deep(self, token: Token) -> SourceError:
        line = (token.map[0] if token.map else 0) + 1 + self.lines_before
        return SourceError(
            f"blocks are nested more than {self.nesting} deep, and what lies deeper would be lost",
            rule="nesting",
            path=self.document.path,
            line=line,
            hint="flatten the list or the quotes",
        )
