"""Inline Markdown that may go over several lines: paragraphs, list items, underlined headings."""

from __future__ import annotations

import re

from toolkit.markdown.dialects.dialect import Dialect, opener_pattern
from toolkit.markdown.inline_scan import code_spans, unbreakable
from toolkit.markdown.line_start import escape_line_start, escape_own_block, opening_mark
from toolkit.markdown.message_text import hard_breaks, joined_by_break
from toolkit.markdown.placement.heading_text import without_attributes
from toolkit.markdown.placement.placement import Placement
from toolkit.markdown.source_lines import newline_at
from toolkit.model.segment import Encoding, Segment

_OVER_DASHES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)[> \t]*-+[ \t]*(?:[\r\n]|\Z)")
# What makes a term of a line alone: a definition behind it, perhaps after a blank line.
_OVER_DEFINITION = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?:[> \t]*(?:\r\n|\n|\r))?[> \t]*[:~][ \t]")
_NO_PLAIN_WORD = re.compile(r"[\\`\[\]<>(){}$&]")
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\\?\|")


def several_lines(source: str, segment: Segment, text: str, dialect: Dialect) -> Placement:
    """Return how a normal text is written in the place of a segment that may have further lines."""
    if segment.encoding is Encoding.SETEXT:
        text = without_attributes(text)
    first, *others = _without_inner_breaks(text).split("\n")
    if not _opens_harmlessly(source, segment, first):
        first = escape_line_start(first, dialect.escapable)
    lines = [first, *(escape_line_start(line, dialect.escapable) for line in others)]
    if openers := opener_pattern(dialect):
        lines = [escape_own_block(line, openers, dialect.escapable) for line in lines]
    start, stop = segment.region
    if "|" in text and _OVER_DASHES.match(source, stop):
        lines = [_without_pipes(line) for line in lines]
    spelled = hard_breaks("\n".join(source[a:b] for a, b in segment.spans))
    content = _broken(lines, spelled)
    if "\n" not in content and len(segment.spans) > 1 and _OVER_DEFINITION.match(source, stop):
        content = _on_two_lines(content, dialect)
    newline = newline_at(source, start) if "\n" in content else "\n"
    return Placement(content.replace("\n", newline + segment.prefix), content)


def _opens_harmlessly(source: str, segment: Segment, line: str) -> bool:
    """Tell whether the segment's own text begins with the same mark, and so opens nothing where it stands."""
    mark = opening_mark(line)
    return mark != "" and opening_mark(source[slice(*segment.spans[0])]) == mark


def _on_two_lines(line: str, dialect: Dialect) -> str:
    """Return a line broken at its first space or its last, where nothing but a word stands before or after.

    Several lines above a definition are a paragraph; one would be its term.
    """
    first, last = line.find(" "), line.rfind(" ")
    for at, word in ((first, line[:first]), (last, line[last + 1 :])):
        if at > 0 and not _NO_PLAIN_WORD.search(word) and not joined_by_break(line[at - 1], line[at + 1]):
            rest = escape_line_start(line[at + 1 :], dialect.escapable)
            openers = opener_pattern(dialect)
            rest = escape_own_block(rest, openers, dialect.escapable) if openers else rest
            return f"{line[:at]}\n{rest}"
    return line


def _without_pipes(line: str) -> str:
    """Return a line with entities for its pipes: above dashes any pipe makes a table, escaped or not.

    Code cannot spell a pipe otherwise; where one there makes a table, the text is withheld.
    """
    parts: list[str] = []
    copied = 0
    for start, stop in code_spans(line):
        parts += (_PIPE.sub(r"\1&#124;", line[copied:start]), line[start:stop])
        copied = stop
    return "".join(parts) + _PIPE.sub(r"\1&#124;", line[copied:])


def _without_inner_breaks(text: str) -> str:
    """Return a text whose line breaks in code spans and tags are spaces, as Markdown reads them anyway."""
    if "\n" not in text:
        return text
    parts: list[str] = []
    copied = 0
    for start, stop in unbreakable(text):
        parts += (text[copied:start], text[start:stop].replace("\n", " "))
        copied = stop
    return "".join(parts) + text[copied:]


def _broken(lines: list[str], spelled: tuple[str, ...]) -> str:
    """Return lines joined by hard breaks, spelled as in the source, else with a backslash."""
    parts = [lines[0]]
    for number, line in enumerate(lines[1:]):
        mark = spelled[min(number, len(spelled) - 1)] if spelled else "\\"
        if lines[number].endswith("\\"):
            mark = "  "  # another backslash would escape it, and break nothing
        parts += (mark, "\n", line)
    return "".join(parts)
