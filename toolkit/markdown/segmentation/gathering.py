"""The segments that one pass over a document has found, and what holds where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.directive_scopes import Scopes
from toolkit.markdown.html_places import HtmlPlaces
from toolkit.markdown.parser import Env
from toolkit.markdown.source_lines import SourceLines
from toolkit.model.document import Document
from toolkit.model.finding import Finding
from toolkit.model.segment import Encoding, MessageKey, Segment, Span


class Gathering:
    """Grows while a document is passed over; what it holds is frozen afterwards."""

    def __init__(self, document: Document, lines: SourceLines, env: Env, lines_before: int) -> None:
        self.document = document
        self.lines = lines
        self.labels: Mapping[str, Any] = env.get("references", {})
        self.lines_before = lines_before
        """How many lines of the document stand before its body."""
        self.dialect = dialect_of(document.options)
        self.notes_after_links = self.dialect.notes_after_links
        self.scopes = Scopes()
        self.heading = ""
        """Text of the nearest heading above."""
        self.segments: list[Segment] = []
        self.findings: list[Finding] = []
        self.inline: dict[int, int] = {}
        """Index of an inline token → index of its segment."""
        self.embedded: dict[int, tuple[tuple[int, Span], ...]] = {}
        """Index of a copied token → the indexes of its segments, each with its range in its content."""
        self.heading_ids: dict[int, str] = {}
        """Index of a heading's inline token → the id its attribute list gives it."""
        self.titles: dict[str, int] = {}
        """Label of a definition → index of its title's segment."""
        self.places = HtmlPlaces(lines)
        """Where the contents of copied blocks stand."""

    def add(
        self, text: str, kind: str, line: int, spans: tuple[Span, ...], prefix: str, encoding: Encoding
    ) -> int:
        """Add a text of the body that begins on a line (from 0 there), and return its segment's index."""
        scopes = self.scopes
        segment = Segment(
            MessageKey(scopes.context, text),
            kind,
            self.heading,
            scopes.comment,
            spans,
            prefix,
            encoding,
            line + 1 + self.lines_before,
            scopes.max_length,
        )
        self.segments.append(segment)
        return len(self.segments) - 1
