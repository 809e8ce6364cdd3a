"""The fixtures of the dialects, ``tests/fixtures/dialect-<name>.md``, as documents."""

from __future__ import annotations

from typing import NamedTuple

from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions

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
