"""A translatable piece of a document, as positions in its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class MessageKey(NamedTuple):
    """Gettext identity of a message: ``msgctxt`` (or none) and ``msgid``."""

    context: str | None
    text: str


Span = tuple[int, int]
"""A half-open range of character offsets into ``Document.text``: start and stop."""


class Encoding(StrEnum):
    """How a text becomes source where a segment stands; decides escaping and verification."""

    BLOCK = "block"
    """Inline Markdown that may go over several lines: paragraph, list item, quote."""
    SETEXT = "setext"
    """Inline Markdown over an underline: may go over several lines."""
    ATX = "atx"
    """Inline Markdown after ``#`` marks: one line."""
    TERM = "term"
    """Inline Markdown that a definition follows: one line."""
    CELL = "cell"
    """Inline Markdown in a table cell: one line, pipes escaped."""
    YAML = "yaml"
    """Plain text in a YAML scalar of the front matter."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable text of a document and the exact place it came from."""

    key: MessageKey
    kind: str
    """What it is, in a translator's words: ``heading 2``, ``list item``, ``table cell``."""
    heading: str
    """Text of the nearest heading above, or empty."""
    comment: str
    """The author's ``i18n:comment`` for it, lines joined with newlines, or empty."""
    spans: tuple[Span, ...]
    """One span per source line; what stands between them (quote marks, indent) is prefix."""
    prefix: str
    """What begins a further line of a translation here: ``> ``, list indent."""
    encoding: Encoding
    line: int
    """Line of the first span in the file, from 1."""

    @property
    def region(self) -> Span:
        """The range of the document's text that a translation replaces."""
        return self.spans[0][0], self.spans[-1][1]
