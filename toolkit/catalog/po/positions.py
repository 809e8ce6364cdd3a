"""Where a character of a msgid or msgstr stands in the lines of its PO file."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.catalog.po.escapes import unescape
from toolkit.model.catalog import Entry

_STRING = re.compile(
    r'^[^\S\n]*(?:#~[^\S\n]*)?(?P<keyword>[a-z_]+(?:\[[0-9]+\])?)?[^\S\n]*"(?P<content>.*)"[^"]*$'
)
_UNIT = re.compile(r"(?:\\[0-7]{1,3}|\\x[0-9A-Fa-f]+)+|\\.|[^\\]", re.DOTALL)
_LINE_END = re.compile(r"\r?\n")  # as gettext has it: a carriage return alone is white space


class PoPiece(NamedTuple):
    """A piece of a string, as far as it stands on the first of its lines."""

    line: int
    """Line in the file, from 1."""
    column: int
    """Column of its first character, from 1."""
    text: str
    """The whole line."""
    start: int
    stop: int
    """The piece as offsets in the line."""


def piece_in_entry(entry: Entry, keyword: str, start: int, stop: int) -> PoPiece | None:
    """Return where a piece of a string stands; ``keyword`` is ``msgid``, ``msgstr``, ``msgctxt``.

    Of an entry with plural forms the keyword is ``msgstr[0]`` and so on. ``None`` where the entry has no
    such string. An empty piece is the character at its place, or the closing quotation mark.
    """
    found = False
    done = 0  # characters of the string before the line
    last: PoPiece | None = None
    for text, line in entry_lines(entry):
        match = _STRING.match(text)
        if match is None:
            if found:
                break
            continue
        if match["keyword"]:
            if found:
                break
            found = match["keyword"] == keyword
        if not found:
            continue
        begin, end = match.span("content")
        offsets = _offsets(match["content"])
        length = len(offsets) - 1
        last = PoPiece(line, end + 1, text, end, end + 1)
        if start < done + length or (start == done + length and stop == start and not length):
            first = begin + offsets[start - done]
            beyond = begin + offsets[min(stop - done, length)]
            return PoPiece(line, first + 1, text, first, max(beyond, first + 1))
        done += length
    return last


def entry_lines(entry: Entry) -> list[tuple[str, int]]:
    """Return the lines of an entry, its comments among them, with their numbers in the file."""
    texts = _LINE_END.split(entry.raw)
    keyword = re.compile(r"[^\S\n]*(?:#~[^\S\n]*)?msgid[^\S\n]*\"")
    at = next((n for n, text in enumerate(texts) if keyword.match(text)), 0)
    return [(text, entry.line + n - at) for n, text in enumerate(texts)]


def _offsets(content: str) -> list[int]:
    """Return where each character of a string's value stands in its content, and where the content ends."""
    if "\\" not in content:
        return list(range(len(content) + 1))
    found: list[int] = []
    for unit in _UNIT.finditer(content):
        found += [unit.start()] * len(unescape(unit[0]))
    found.append(len(content))
    return found
