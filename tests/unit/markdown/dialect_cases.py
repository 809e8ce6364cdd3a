"""The fixtures of the dialects, ``tests/fixtures/dialect-<name>.md``, as documents."""

from __future__ import annotations

from typing import NamedTuple

from tests.pseudo import PSEUDO, pseudo_text
from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.dialects.verbatim import verbatim_ranges
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import Encoding, MessageKey, Segment

FILES = {
    "commonmark": MarkdownOptions("commonmark"),
    "gfm-math": MarkdownOptions("gfm", math=True),
    "mkdocs": MarkdownOptions("mkdocs"),
    "mkdocs-math": MarkdownOptions("mkdocs", math=True),
    "myst": MarkdownOptions("myst"),
    "hugo": MarkdownOptions("hugo"),
    "docusaurus": MarkdownOptions("docusaurus"),
    "jekyll": MarkdownOptions("jekyll"),
}


class Case(NamedTuple):
    name: str
    options: MarkdownOptions
    source: str
    expected: str

    def parsed(self) -> ParsedDocument:
        return parsed(self.source, self.options)


def parsed(text: str, options: MarkdownOptions) -> ParsedDocument:
    return parse_document(Document("d", "d.md", text, options))


CASES = [
    Case(f"{file}: {title}", options, unsigned(source), expected)
    for file, options in FILES.items()
    for title, source, expected in fixtures(f"dialect-{file}.md")
]
NAMES = [case.name for case in CASES]


def pseudo(document: ParsedDocument) -> dict[MessageKey, str]:
    """Return pseudo-text for every message of a document, what its dialect keeps left alone."""
    return {segment.key: _pseudo(segment, document) for segment in document.segments}


def _pseudo(segment: Segment, document: ParsedDocument) -> str:
    text = segment.key.text
    if segment.encoding.in_quotes:
        return text.translate(PSEUDO)
    kept: list[str] = []
    parts: list[str] = []
    copied = 0
    for start, stop in verbatim_ranges(text, dialect_of(document.document.options)):
        if start >= copied:
            parts += (text[copied:start], chr(0xE000 + len(kept)))
            kept.append(text[start:stop])
            copied = stop
    labels = document.env.get("references", {})
    notes = [label[1:] for label in document.env.get("footnotes", {}).get("refs", ())]
    rest = "".join(parts) + text[copied:]
    plain = segment.encoding is Encoding.LINK_TITLE
    result = rest.translate(PSEUDO) if plain else pseudo_text(rest, labels, notes)
    for number, piece in enumerate(kept):
        result = result.replace(chr(0xE000 + number), piece)
    return result
