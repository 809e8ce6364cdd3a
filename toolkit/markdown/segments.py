"""A document and its translatable segments: the one segmentation, for extraction and assembly alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from toolkit.errors import SourceError
from toolkit.markdown.code_pieces import code_pieces
from toolkit.markdown.constructs.attribute_lists import HEADING_ID
from toolkit.markdown.constructs.container import KIND
from toolkit.markdown.constructs.copied import COMMENT
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.dialects.verbatim import without_verbatim
from toolkit.markdown.directive_findings import directive_findings
from toolkit.markdown.directives import Scopes, parse_directives
from toolkit.markdown.front_matter.cut import FrontMatter, cut_front_matter
from toolkit.markdown.front_matter.fields import translatable_scalars, unreliable
from toolkit.markdown.front_matter.syntax import Disagreement
from toolkit.markdown.html_places import HtmlPlaces
from toolkit.markdown.html_segments import html_encoding, html_pieces, says
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.line_texts import decoded
from toolkit.markdown.message_text import heading_attributes, message_text
from toolkit.markdown.parser import DEFAULT_NESTING, REGIONS, Env, parse_blocks
from toolkit.markdown.source_lines import LineNumbers, SourceLines, source_lines
from toolkit.markdown.spans import atx_span, line_prefix, row_cells, run_spans, term_span
from toolkit.markdown.table_cells import unescape_pipes
from toolkit.markdown.untranslated_parts import NOWHERE, Inside, untranslated_parts
from toolkit.model.document import Document
from toolkit.model.finding import Finding
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
    findings: tuple[Finding, ...] = ()
    """What its author should know of it, in the order of the text."""
    embedded: Mapping[int, tuple[tuple[int, Span], ...]] = field(default_factory=dict, hash=False)
    """Index of a copied token → the indexes of its segments, each with its range in the token's content.

    A segment in code has a range for each of its lines.
    """


def parse_document(document: Document, nesting: int = DEFAULT_NESTING) -> ParsedDocument:
    """Return a document with its segments; blocks are parsed once, inline Markdown not at all.

    Raises `SourceError` for broken front matter and for nesting beyond the limit.
    """
    text = document.text
    start = len(BOM) if text.startswith(BOM) else 0
    front = cut_front_matter(text, start, document.path)
    body = front.body if front else start
    lines = source_lines(text, body)
    tokens, env = parse_blocks(lines.text, nesting, dialect_of(document.options))
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
        (*walk.findings, *directive_findings(document.path, tokens, lines, numbers_before)),
        walk.embedded,
    )


_CONTAINERS = {
    "list_item": "list item",
    "blockquote": "block quote",
    "footnote_reference": "footnote",
    "dd": "definition",
    "alert": "alert",
    "container": "admonition",
}
_OPENING = {name + "_open": kind for name, kind in _CONTAINERS.items()}
_CLOSING = frozenset(name + "_close" for name in _CONTAINERS)
_LEAVES = frozenset(
    {"paragraph_open", "heading_open", "dt_open", "th_open", "td_open", "tr_open", "alert_title_open"}
    | {"line_text_open", "copied_lines_open"}
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
        self.dialect = dialect_of(document.options)
        self.nesting = nesting
        self.scopes = Scopes()
        self.heading = ""
        self.headings: list[tuple[int, str]] = []  # level and text, outermost first
        self.segments: list[Segment] = []
        self.findings: list[Finding] = []
        self.inline: dict[int, int] = {}
        self.html_places = HtmlPlaces(lines)
        self.embedded: dict[int, tuple[tuple[int, Span], ...]] = {}
        self.heading_ids: dict[int, str] = {}

    def front_matter(self, front: FrontMatter) -> None:
        text = self.document.text
        numbers = LineNumbers(text)
        try:
            found = translatable_scalars(text, front, self.document.options.front_matter)
        except Disagreement:
            self.findings.append(unreliable(front, self.document.path, numbers.line(front.start)))
            return
        for path, scalar in found:
            span = (front.start + scalar.start, front.start + scalar.stop)
            line = numbers.line(span[0])
            key = MessageKey(path, scalar.text)
            self.segments.append(Segment(key, "front matter", "", "", (span,), "", front.encoding, line))

    def body(self, tokens: list[Token]) -> None:
        scopes = self.scopes
        kinds = ["paragraph"]  # of the containers around, innermost last
        parts = untranslated_parts(tokens)
        deepest = self.nesting - 1
        row, row_line, column = _NO_ROW, 0, 0
        for index, token in enumerate(tokens):
            name = token.type
            part = parts.get(index) if parts else None
            if part:
                scopes.leave_alone(False)
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
                elif opened == "line_text_open" and not scopes.skipping:
                    self._line_text(index, token, tokens[index - 1])
            elif token.nesting > 0:
                if token.level >= deepest and name not in _LEAVES:
                    raise self._too_deep(token)
                if name in _OPENING:
                    kinds.append(token.meta.get(KIND, _OPENING[name]))
                elif name == "tr_open" and token.map:
                    row, row_line, column = row_cells(self.lines, token), token.map[0], 0
                if scopes.pending:
                    scopes.opened(token.level)
            elif token.nesting < 0:
                if name in _CLOSING:
                    kinds.pop()
                if scopes.pending or scopes.open:
                    scopes.closed(token.level)
            elif (name == "html_block" or COMMENT in token.meta) and (
                directives := parse_directives(token.meta.get(COMMENT, token.content))
            ):
                scopes.direct(directives)
            elif name == "html_block" and self.document.options.html == "text":
                self._html(index, token, part.before if part else NOWHERE)
            elif name == "fence" and self.document.options.code != "copy":
                self._code(index, token)
            else:
                scopes.passed()
            if part:
                scopes.leave_alone(part.after)

    def _cell(self, index: int, line: int, cell: Span, kind: str) -> None:
        start, stop = cell
        if start < stop:
            shift = self.lines.shift(line)
            text = message_text(unescape_pipes(self.lines.text[start:stop]), self.labels)
            self._add(index, line, ((start + shift, stop + shift),), text, kind, Encoding.CELL)

    def _line_text(self, index: int, token: Token, opening: Token) -> None:
        encoding = Encoding(opening.markup)
        text = token.content
        text = decoded(text, encoding) if encoding.in_quotes else message_text(text, self.labels)
        line, spans = run_spans(self.lines, token)
        if spans:
            self._add(index, line, spans, text, opening.info, encoding)

    def _html(self, index: int, token: Token, inside: Inside) -> None:
        scopes = self.scopes
        scopes.opened(token.level)
        found = () if scopes.skipping else html_pieces(token.content, inside)
        pieces = [piece for piece in found if says(without_verbatim(piece.text, self.dialect), piece)]
        places = self.html_places.of(token, [(piece.start, piece.stop) for piece in pieces])
        embedded = []
        for piece, (line, spans) in zip(pieces, places, strict=True):
            encoding = html_encoding(token.content, piece)
            opening = encoding is Encoding.HTML_OPENING
            prefix = line_prefix(self.lines, line, spans[0][0]) if opening else ""
            embedded.append((len(self.segments), (piece.start, piece.stop)))
            self.segments.append(
                Segment(
                    MessageKey(scopes.context, piece.text),
                    f"HTML attribute {piece.attribute}" if piece.attribute else "HTML text",
                    *(self.heading, scopes.comment, spans, prefix, encoding, line + 1 + self.lines_before),
                    max_length=scopes.max_length,
                )
            )
        if embedded:
            self.embedded[index] = tuple(embedded)
        scopes.closed(token.level)

    def _code(self, index: int, token: Token) -> None:
        scopes = self.scopes
        scopes.opened(token.level)
        code, strings = token.content, self.document.options.code == "strings"
        found = () if scopes.skipping else code_pieces(token.info.strip(), code, strings)
        embedded: list[tuple[int, Span]] = []
        for piece in found:
            text = piece.text(code)
            if not any(map(str.isalpha, without_verbatim(text, self.dialect))):
                continue
            places = self.html_places.of(token, list(piece.lines))
            embedded += [(len(self.segments), line) for line in piece.lines]
            self.segments.append(
                Segment(
                    *(MessageKey(scopes.context, text), piece.kind, self.heading, scopes.comment),
                    *(tuple(span for _, spans in places for span in spans), "", Encoding(piece.kind)),
                    *(places[0][0] + 1 + self.lines_before, scopes.max_length),
                )
            )
        if embedded:
            self.embedded[index] = tuple(embedded)
        scopes.closed(token.level)

    def _heading(self, index: int, token: Token, opening: Token) -> None:
        level = int(opening.tag[1])
        headings = self.headings
        while headings and headings[-1][0] >= level:
            headings.pop()
        self.heading = headings[-1][1] if headings else ""
        content = token.content
        end, identifier = heading_attributes(content)
        identifier = opening.meta.get(HEADING_ID, identifier)
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
        if has_letter(without_verbatim(text, self.dialect)):
            scopes = self.scopes
            key = MessageKey(scopes.context, text)
            prefix = line_prefix(self.lines, line, spans[0][0]) if encoding in _MULTILINE else ""
            number = line + 1 + self.lines_before
            self.inline[index] = len(self.segments)
            self.segments.append(
                Segment(
                    *(key, kind, self.heading, scopes.comment, spans, prefix, encoding, number),
                    max_length=scopes.max_length,
                )
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
