"""A document and its translatable segments: the one segmentation, for extraction and assembly alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown_it.token import Token

from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.directive_findings import directive_findings
from toolkit.markdown.front_matter.cut import FrontMatter, cut_front_matter
from toolkit.markdown.parser import DEFAULT_NESTING, Env, parse_blocks
from toolkit.markdown.segmentation.front_matter import gather_front_matter
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.markdown.segmentation.walk import gather_body
from toolkit.markdown.source_lines import LineNumbers, source_lines
from toolkit.model.document import Document
from toolkit.model.finding import Finding
from toolkit.model.segment import Segment, Span

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
    titles: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Label of a link reference definition → index of the segment of its title."""


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
    found = Gathering(document, lines, env, numbers_before)
    if front:
        gather_front_matter(found, front)
    gather_body(found, tokens, nesting)
    return ParsedDocument(
        document,
        front,
        body,
        tuple(tokens),
        env,
        tuple(found.segments),
        found.inline,
        found.heading_ids,
        nesting,
        (*found.findings, *directive_findings(document.path, tokens, lines, numbers_before)),
        found.embedded,
        found.titles,
    )
