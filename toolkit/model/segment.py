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
    TOML = "toml"
    """Plain text in a TOML string of the front matter."""
    JSON = "json"
    """Plain text in a JSON string of the front matter."""

    TITLE = "title"
    """Inline Markdown within a line of structure: the title of a container, of a tab."""
    LINK_TITLE = "link title"
    """Plain text as the title of a link reference definition, its marks included: one line."""
    OPTION = "option"
    """Inline Markdown as the value of a directive's option, which is read as YAML before."""
    SHORTCODE = "shortcode"
    """Plain text between quotes in a shortcode, where a backslash escapes one."""
    QUOTED = "quoted"
    """Plain text between quotes that nothing can escape, in a Liquid or Jinja tag."""
    JSX = "jsx"
    """Plain text between quotes in an attribute of JSX, with character references."""

    @property
    def in_quotes(self) -> bool:
        """Whether it is plain text between the quotes of a tag."""
        return self in (Encoding.SHORTCODE, Encoding.QUOTED, Encoding.JSX)

    HTML_TEXT = "html text"
    """A run of words and tags in a block of raw HTML: one line."""
    HTML_OPENING = "html opening"
    """The same at the beginning of its block, after a tag that is alone on its line: two lines."""
    HTML_ATTRIBUTE = "html attribute"
    """Plain text as the value of an HTML attribute, between quotes."""
    HTML_UNQUOTED = "html unquoted"
    """Plain text as the value of an HTML attribute without quotes."""

    CODE_COMMENT = "code comment"
    """Plain text in a comment of a code block: as many lines as the source has."""
    CODE_STRING = "code string"
    """Plain text between quotes in a code block, without escapes."""

    @property
    def in_code(self) -> bool:
        """Whether it belongs to a code block, where each line is put in its own place."""
        return self in (Encoding.CODE_COMMENT, Encoding.CODE_STRING)

    @property
    def in_html(self) -> bool:
        """Whether it belongs to a block of raw HTML, which is no Markdown."""
        return self.in_html_text or self in (Encoding.HTML_ATTRIBUTE, Encoding.HTML_UNQUOTED)

    @property
    def in_html_text(self) -> bool:
        """Whether it is the text of a block of raw HTML, and no attribute."""
        return self in (Encoding.HTML_TEXT, Encoding.HTML_OPENING)

    @property
    def in_front_matter(self) -> bool:
        """Whether it is a language of front matter, whose values are plain text."""
        return self in (Encoding.YAML, Encoding.TOML, Encoding.JSON)


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
    max_length: int | None = None
    """How many characters the author has room for, or ``None`` where that was not said."""

    @property
    def region(self) -> Span:
        """The range of the document's text that a translation replaces."""
        return self.spans[0][0], self.spans[-1][1]
