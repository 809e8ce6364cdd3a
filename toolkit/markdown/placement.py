"""A translation as the source text that stands in a segment's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markdown_it.common.utils import MD_TRIM_CHARS

from toolkit.markdown.code_text import code_lines
from toolkit.markdown.dialects.dialect import Dialect, opener_pattern
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.dialects.verbatim import without_lone_angles
from toolkit.markdown.front_matter.cut import opens_front_matter
from toolkit.markdown.html_text import html_lines, html_value
from toolkit.markdown.inline_scan import code_spans, unbreakable
from toolkit.markdown.line_start import escape_line_start, escape_own_block, opening_mark
from toolkit.markdown.line_texts import encoded, option_value, title_line
from toolkit.markdown.link_titles import title_text, written_title
from toolkit.markdown.message_text import hard_breaks, heading_attributes, joined_by_break, source_run
from toolkit.markdown.source_lines import newline_at
from toolkit.markdown.splice import splice
from toolkit.model.segment import Encoding, Segment

_OUTER: Final = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\ufeff"
# The looks behind keep long runs of spaces linear.
_UNSEEN: Final = (
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2063\u2800\u3164\ufeff\uffa0"
)
"""Characters without a glyph: a text of them alone would make a passage vanish."""
_BLANK_LINES = re.compile(r"(?<![ \t])[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_AROUND_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")
_OVER_DASHES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)[> \t]*-+[ \t]*(?:[\r\n]|\Z)")
_OVER_DELIMITERS = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)[> \t]*[-:|]")
# What makes a term of a line alone: a definition behind it, perhaps after a blank line.
_OVER_DEFINITION = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?:[> \t]*(?:\r\n|\n|\r))?[> \t]*[:~][ \t]")
_NO_PLAIN_WORD = re.compile(r"[\\`\[\]<>(){}$&]")
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\\?\|")
_LAST_BACKSLASH = re.compile(r"^((?:.*[^\\])?(?:\\\\)*?)\\{1,2}$")
_CLOSING_MARKS = re.compile(r"(?:^|(?<=[ \t]))(#+)$")


@dataclass(frozen=True, slots=True)
class Placement:
    """What to write over a segment's region, and the content that the parser must then find there."""

    written: str
    content: str


def place(source: str, segment: Segment, translation: str, dialect: Dialect = GFM) -> Placement | None:
    """Return how a translation is written in a segment's place; ``None`` for one without any text.

    ``source`` is the document's text, read in ``dialect``.  Marks
    that would open a block or front matter are escaped, hard breaks are spelled as the segment's own, further
    lines begin with its prefix.  Whether the result keeps the structure of the document is for
    `toolkit.markdown.structure` to verify.
    """
    placement = _placed(source, segment, translation, dialect)
    start = segment.region[0]
    first = start == 0 or (start == 1 and source[0] == "\ufeff")
    if first and placement and opens_front_matter(placement.written):
        return Placement("\\" + placement.written, "\\" + placement.content)
    return placement


def _placed(source: str, segment: Segment, translation: str, dialect: Dialect) -> Placement | None:
    if segment.encoding.in_html:
        return _in_html(source, segment, translation)
    if segment.encoding.in_code:
        return _in_code(source, segment, translation)
    if segment.encoding.in_quotes:
        line = encoded(source, segment, translation)
        return Placement(line, line) if line else None
    if segment.encoding is Encoding.LINK_TITLE:
        return _link_title(source, segment, translation)
    text = _normalised(translation)
    if not text:
        return None
    if not dialect.lone_angles and "<" in text:
        text = without_lone_angles(text, dialect)
    start = segment.region[0]
    match segment.encoding:
        case Encoding.ATX:
            line = _CLOSING_MARKS.sub(r"\\\1", _without_attributes(text.replace("\n", " ")))
            return Placement(line, line)
        case Encoding.TERM:
            line = escape_line_start(text.replace("\n", " "), dialect.escapable).replace("\n", " ")
            return Placement(line, line)
        case Encoding.TITLE:
            line = title_line(source, segment, text)
            if not source[_line_start(source, start) : start].strip():
                line = escape_line_start(line, dialect.escapable).replace("\n", " ")
            return Placement(line, line)
        case Encoding.OPTION:
            line = option_value(source[slice(*segment.region)], text.replace("\n", " "))
            return Placement(line, line)
        case Encoding.CELL:
            return _cell(source, start, text.replace("\n", " "), dialect)
    if segment.encoding is Encoding.SETEXT:
        text = _without_attributes(text)
    first, *others = _without_inner_breaks(text).split("\n")
    if not _opens_harmlessly(source, segment, first):
        first = escape_line_start(first, dialect.escapable)
    lines = [first, *(escape_line_start(line, dialect.escapable) for line in others)]
    if openers := opener_pattern(dialect):
        lines = [escape_own_block(line, openers, dialect.escapable) for line in lines]
    if "|" in text and _OVER_DASHES.match(source, segment.region[1]):
        lines = [_without_pipes(line) for line in lines]
    spelled = hard_breaks("\n".join(source[a:b] for a, b in segment.spans))
    content = _broken(lines, spelled)
    if "\n" not in content and len(segment.spans) > 1 and _OVER_DEFINITION.match(source, segment.region[1]):
        content = _on_two_lines(content, dialect)
    newline = newline_at(source, start) if "\n" in content else "\n"
    return Placement(content.replace("\n", newline + segment.prefix), content)


def placed_forms(translation: str) -> tuple[str, ...]:
    """Return the texts that a translation can become where it is placed, itself first.

    A line end in an address is no address; a space or a backslash in its place makes one.
    """
    text = _normalised(translation)
    if text == translation and "\n" not in text:
        return (translation,)
    # A mark escaped at the beginning of a line pairs with none.
    escaped = "\n".join(map(escape_line_start, text.split("\n")))
    texts = (text, escaped) if escaped != text else (text,)
    forms = (translation, *texts, *(t.replace("\n", end) for t in texts for end in (" ", "\\\n", "  \n")))
    return tuple(dict.fromkeys(forms))


def same_content(expected: str, found: str) -> bool:
    """Tell whether a parsed run is the expected one; space that begins a line means nothing."""
    return expected == found or source_run(expected) == source_run(found)


def _normalised(translation: str) -> str:
    """Return a translation without outer space and blank lines, its outer no-break spaces spelled out."""
    text = translation.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip(_OUTER)
    text = _AROUND_BREAK.sub("\n", _BLANK_LINES.sub(" ", text))
    core = text.strip(MD_TRIM_CHARS + _OUTER)
    if not core.strip(MD_TRIM_CHARS + _OUTER + _UNSEEN):
        return ""
    # The parser trims every white space that JavaScript knows from the ends of a run.
    begin = text.index(core)
    before, after = "".join(map(_entity, text[:begin])), "".join(map(_entity, text[begin + len(core) :]))
    if after and (len(core) - len(core.rstrip("\\"))) % 2:
        core += "\\"  # else the backslash would escape the entity
    return before + core + after


def _entity(character: str) -> str:
    return "" if character in _OUTER else f"&#{ord(character)};"


def _opens_harmlessly(source: str, segment: Segment, line: str) -> bool:
    """Tell whether the segment's own text begins with the same mark, and so opens nothing where it stands."""
    mark = opening_mark(line)
    return mark != "" and opening_mark(source[slice(*segment.spans[0])]) == mark


def _cell(source: str, start: int, text: str, dialect: Dialect) -> Placement:
    if match := _LAST_BACKSLASH.search(text):
        text = match[1] + "&#92;"
    if "|" not in source[_line_start(source, start) : start]:
        text = escape_line_start(text, dialect.escapable).replace("\n", " ")
    return Placement(text.replace("|", "\\|"), text)


def _link_title(source: str, segment: Segment, translation: str) -> Placement | None:
    text = title_text(translation)
    start, stop = segment.region
    pipes = bool(_OVER_DELIMITERS.match(source, stop))
    return Placement(written_title(text, source[start], pipes), text) if text else None


def _line_start(source: str, offset: int) -> int:
    start = source.rfind("\n", 0, offset) + 1
    return max(start, source.rfind("\r", start, offset) + 1)


def _in_html(source: str, segment: Segment, translation: str) -> Placement | None:
    if not segment.encoding.in_html_text:
        value = html_value(segment, source, translation)
        return Placement(value, value) if value else None
    lines = html_lines(segment, translation)
    newline = newline_at(source, segment.region[0]) if len(lines) > 1 else ""
    return Placement((newline + segment.prefix).join(lines), "\n".join(lines)) if lines else None


def _in_code(source: str, segment: Segment, translation: str) -> Placement | None:
    """Return lines in the places of the segment's own, as many, with what stands between those."""
    lines = code_lines(translation)
    if lines == ("",):
        return None
    start, stop = segment.region
    spans = [(a - start, b - start) for a, b in segment.spans]
    written = splice(source[start:stop], zip(spans, lines, strict=True))
    return Placement(written, "\n".join(lines))


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


def _without_attributes(text: str) -> str:
    """Return the text of a heading; what looks like an attribute list at its end is escaped."""
    last = text[text.rfind("\n") + 1 :]
    end, _ = heading_attributes(last)
    if end == len(last):
        return text
    at = text.index("{", len(text) - len(last) + end)
    return text[:at] + "\\" + text[at:]


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
