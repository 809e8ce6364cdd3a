"""The text of a message from the lines of a segment (segmentation 1 of the form of a message)."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from toolkit.markdown.inline_scan import unbreakable
from toolkit.markdown.references import with_full_references

# Han and Kana blocks, the iteration marks and half-width Kana: scripts written without spaces.
_UNSPACED: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_UNSPACED_END = re.compile(f"[{_UNSPACED}]$")
_UNSPACED_START = re.compile(f"[{_UNSPACED}]")
# Every line but the last ends in ASCII other than space and backslash, and the next begins with no
# space: soft breaks between words, and nothing else to look at.
_PLAIN_BREAKS = re.compile(r"(?:[^\n]*[!-\[\]-~]\n(?![ \t]))*[^\n]*\Z")
_BACKSLASHES = re.compile(r"\\+$")

_ATTRIBUTES = re.compile(
    r"(?<![ \t\n])[ \t]+(\{[ \t]*(?:[#.][^\s{}\"'#.=]+|[^\s{}\"'#.=]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+))"
    r"(?:[ \t]+(?:[#.][^\s{}\"'#.=]+|[^\s{}\"'#.=]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+)))*[ \t]*\})$"
)
_ID = re.compile(r"(?:^|[\s{])(?:#([^\s{}\"'#.=]+)|id=[\"']?([^\s{}\"']+))")


def fold_lines(content: str) -> str:
    """Return the text of a run of lines: soft breaks become a space, hard breaks ``\\n``.

    Between two Han or Kana characters a soft break becomes nothing.  Two spaces or a backslash at
    the end of a line are a hard break; space at the beginning of a line means nothing.
    """
    if _PLAIN_BREAKS.match(content):
        return content.replace("\n", " ")
    lines = source_run(content)
    inside = _lines_ending_inside(lines)
    parts = []
    last = len(lines) - 1
    for number, line in enumerate(lines):
        if number == last:
            parts.append(line)
        elif number in inside:
            parts += (line, " ")
        elif (stripped := _without_hard_break(line)) is not None:
            parts += (stripped, "\n")
        else:
            stripped = line.rstrip(" ")
            unspaced = _UNSPACED_END.search(stripped) and _UNSPACED_START.match(lines[number + 1])
            parts += (stripped, "" if unspaced else " ")
    # A run may begin with a break; gettext wants a msgstr to begin so too, which translators forget.
    return "".join(parts).lstrip("\n")


def hard_breaks(content: str) -> tuple[str, ...]:
    """Return how the hard breaks of a run are spelled: a backslash, or two spaces and more."""
    if "  \n" not in content and "\\\n" not in content:
        return ()
    lines = source_run(content)
    inside = _lines_ending_inside(lines)
    found = []
    for number, line in enumerate(lines[:-1]):
        if number not in inside and (stripped := _without_hard_break(line)) is not None:
            found.append(line[len(stripped) :])
    return tuple(found)


def source_run(content: str) -> list[str]:
    """Return the lines of a run without the space they begin with, which means nothing there."""
    first, *others = content.split("\n")
    return [first, *(line.lstrip(" \t") for line in others)]


def message_text(content: str, labels: Container[str], notes_after_links: bool = False) -> str:
    """Return the msgid of a run of lines; ``labels`` are the document's reference labels.

    ``notes_after_links``: whether ``[label][^1]`` is a link and a footnote.
    """
    text = fold_lines(content) if "\n" in content else content
    if labels and "[" in text:
        text = with_full_references(text, labels, notes_after_links)
    return text


def heading_attributes(line: str) -> tuple[int, str | None]:
    """Return where the text of a heading's last line ends, and the id of its attribute list.

    ``Dosage {#dose .wide}`` gives the offset after ``Dosage`` and ``dose``: attributes stand outside
    the message.  Without an attribute list: the line's length and ``None``.
    """
    if not line.endswith("}"):
        return len(line), None
    match = _ATTRIBUTES.search(line)
    if not match:
        return len(line), None
    identifier = _ID.search(match[1])
    return match.start(), (identifier[1] or identifier[2]) if identifier else None


def joined_by_break(before: str, after: str) -> bool:
    """Tell whether a line break between two characters is nothing, and no space: Han and Kana."""
    return bool(_UNSPACED_END.search(before) and _UNSPACED_START.match(after))


def _without_hard_break(line: str) -> str | None:
    """Return a line without the hard break it ends with, or ``None`` where it ends softly."""
    if line.endswith("  "):
        return line.rstrip(" ")
    if line.endswith("\\"):
        backslashes = _BACKSLASHES.search(line)
        if backslashes and len(backslashes[0]) % 2:
            return line[:-1]
    return None


def _lines_ending_inside(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of lines whose end stands within a code span or a tag: no break there is hard."""
    text = "\n".join(lines)
    spans = unbreakable(text)
    if not spans:
        return frozenset()
    found = []
    offset, span = -1, 0
    for number, line in enumerate(lines[:-1]):
        offset += len(line) + 1
        while span < len(spans) and spans[span][1] <= offset:
            span += 1
        if span < len(spans) and spans[span][0] < offset:
            found.append(number)
    return frozenset(found)
