"""The headings of a document: the ids of all, and the first of level 1."""

from __future__ import annotations

from toolkit.markdown.edition import Edition
from toolkit.markdown.headings import unique_ids
from toolkit.markdown.inline_text import plain_text
from toolkit.markdown.message_text import heading_attributes
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.source_lines import LineNumbers


def source_heading_ids(parsed: ParsedDocument) -> tuple[str, ...]:
    """Return the id of each heading of a document, in order; the same for every edition."""
    headings = []
    for index, token in enumerate(parsed.tokens):
        if token.type == "inline" and parsed.tokens[index - 1].type == "heading_open":
            content = token.content[: heading_attributes(token.content)[0]]
            headings.append((parsed.heading_ids.get(index), plain_text(content, parsed.env)))
    return unique_ids(headings)


def heading_places(parsed: ParsedDocument) -> tuple[tuple[int, str], ...]:
    """Return the line of each heading of a document, from 1, and its id, in order."""
    tokens = parsed.tokens
    first = LineNumbers(parsed.document.text).line(parsed.body)
    lines = (
        first + (tokens[index - 1].map or [0])[0]
        for index, token in enumerate(tokens)
        if token.type == "inline" and tokens[index - 1].type == "heading_open"
    )
    return tuple(zip(lines, source_heading_ids(parsed), strict=True))


def first_heading(edition: Edition) -> tuple[int, str] | None:
    """Return the token index and the plain text of the first heading of level 1, if there is one."""
    for index, token in enumerate(edition.tokens):
        if token.type == "inline" and edition.tokens[index - 1].tag == "h1":
            content = token.content[: heading_attributes(token.content)[0]]
            return index, plain_text(content, edition.env)
    return None
