"""Texts broken over lines as gettext breaks them, and the width at which a file does so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from toolkit.model.catalog import Entry
from toolkit.model.segment import MessageKey

USUAL_WIDTHS = (79, 77, 78, 76)
"""Page widths of gettext and Poedit, Translate Toolkit and Weblate, polib, Babel and po4a."""

_HEADER = MessageKey(None, "")
_LOOKED_AT = 2000
_TELLING = 100

_ESCAPE = r"\\."
# What gettext does beside the library: up to 0.21 it breaks ``e.|g.`` and ``example.|org``, as Unicode did
# before its rule LB29; and it breaks before wide opening brackets, as Unicode has since version 13 (LB30).
_FURTHER_STOPS = r"(?<=[.,:;])(?=[^\W\d_])|(?<=\w)(?=[「『《〈【〔〖〘〚（［｛｟｢])"
_FIELD = (
    r"^(?:#~? ?\|? ?)?(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) "
    r'("[^\n]*"(?:\r?\n(?:#~? ?\|? ?)?"[^\n]*"){0,1000})'
)
_STRING = r'"([^\n]*)"\r?$'
_LINE = r"(?:[^\\\n]|\\[^n\n]){0,100000}(?:\\n|\Z)"
# A string behind which its line goes on, or a line that is longer than any page.
_SHOWS = r'[^"]"\r?\n(?:#~? ?\|? ?)?"|^[^#\n][^\n]{82}'


def wrap(line: str, width: int, column: int, indent: int = 1) -> list[str]:
    """Return an escaped text in parts that stand on a line each, at least one.

    ``width`` is that of the page in columns, both quotation marks included; ``column`` is where the text
    begins on the first line, ``indent`` where it does on further ones: behind mark and quotation mark. A part
    is longer than the page only where it holds no place to break it, by Unicode's rules (UAX #14).
    """
    if len(line) * 2 + column < width:
        return [line]
    parts: list[str] = []
    begin = last = 0
    for stop in _stops(line):
        piece = _columns(line[last:stop])
        if last > begin and column + piece >= width:
            parts.append(line[begin:last])
            begin, column = last, indent
        column += piece
        last = stop
    parts.append(line[begin:])
    return parts


def strings_of_field(lines: Sequence[str], width: int | None, column: int, indent: int) -> list[str]:
    """Return the escaped strings of a field, each for a line of its own, the first behind the keyword.

    ``lines`` are the escaped lines of its text, each but the last ending with ``\\n``; where a ``width`` is
    given, what is longer is wrapped at it. ``column`` is where the first string's text would begin,
    ``indent`` where that of the others does.
    """
    if len(lines) < 2:
        only = lines[0] if lines else ""
        if width is None or len(wrap(only, width, column)) < 2:
            return [only]
    if width is None:
        return ["", *lines]
    return ["", *[part for line in lines for part in wrap(line, width, indent, indent)]]


def visible_width(entries: Iterable[Entry]) -> int | None:
    """Return the page width at which a file wraps its texts, or nothing where it breaks at newlines only.

    Of the usual widths and the one of the longest lines, it is the one that gives back most of what is there,
    told from a sample. A file without long texts says nothing, and is taken for one of newlines only.
    """
    entries = tuple(entries)
    step = 1 + len(entries) // _LOOKED_AT
    fields: list[_Field] = []
    for entry in entries[::step]:
        if _compiled(_SHOWS).search(entry.raw) and entry.key != _HEADER and "no-wrap" not in entry.flags:
            fields += _fields(entry.raw)
            if len(fields) >= _TELLING:
                break
    if not any(len(field.strings) > 1 for field in fields):
        return None
    longest = max(
        [_columns(text) + 2 for field in fields for text in field.strings[1:] if text[-1:] == " "], default=0
    )
    widths = dict.fromkeys([None, *USUAL_WIDTHS, longest])
    return max(widths, key=lambda width: sum(field.is_wrapped_at(width) for field in fields))


class _Field(NamedTuple):
    strings: list[str]
    lines: list[str]
    column: int
    indent: int

    def is_wrapped_at(self, width: int | None) -> bool:
        return self.strings == strings_of_field(self.lines, width, self.column, self.indent)


def _fields(raw: str) -> Iterator[_Field]:
    for found in _compiled(_FIELD).finditer(raw):
        strings = _compiled(_STRING).findall(found[1])
        lines = [line for line in _compiled(_LINE).findall("".join(strings)) if line]
        column = found.start(1) - found.start() + 1
        mark = found[0].index("msg")
        if len(strings) > 1 or column + _columns(strings[0]) > min(USUAL_WIDTHS):
            yield _Field(strings, lines, column, mark + 1)


def _stops(line: str) -> list[int]:
    # Imported here, for most runs write nothing that is long.
    from unicode_segmentation_rs import line_breaks

    if line.isascii():
        stops = {stop for stop, _ in line_breaks(line)}
    else:
        encoded = line.encode()
        stops = set()
        last = count = 0
        for stop, _ in line_breaks(line):
            count += len(encoded[last:stop].decode())
            stops.add(count)
            last = stop
    stops.update(found.start() for found in _compiled(_FURTHER_STOPS).finditer(line))
    if "\\" in line:
        stops.difference_update(found.start() + 1 for found in _compiled(_ESCAPE).finditer(line))
        if line.endswith("\\n"):
            stops.discard(len(line) - 2)
    return sorted(stops)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # Not on import: most runs wrap nothing.
    return re.compile(pattern, re.MULTILINE)


def _columns(text: str) -> int:
    # Character by character, as gettext counts: some letters are narrower together than alone.
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=10_000)
def _width(character: str) -> int:
    from unicode_segmentation_rs import text_width

    return text_width(character)
