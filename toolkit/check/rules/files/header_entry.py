"""The header of a PO file as rules look at it: its fields, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.catalog.po.header import HEADER_KEY
from toolkit.catalog.po.positions import piece_in_entry
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import FileHit
from toolkit.model.catalog import Catalog, Entry


class HeaderLine(NamedTuple):
    """A line of a header's text."""

    name: str
    """The field's name; empty where the line is no field."""
    value: str
    start: int
    """Offsets in the header's text: of the line, of the value, and where both end."""
    value_start: int
    stop: int


def header_entry(catalog: Catalog) -> Entry | None:
    """Return the header of a file, wherever it stands."""
    return next((e for e in catalog.entries if not e.obsolete and e.key == HEADER_KEY), None)


def header_for(rule: str, catalog: Catalog) -> Entry | None:
    """Return the header that a rule is to look at: none where a comment in it switches the rule off."""
    header = header_entry(catalog)
    return None if header is None or rule in ignored_rules(header) else header


def header_lines(header: Entry) -> Iterator[HeaderLine]:
    """Yield the lines of a header's text that are not blank."""
    start = 0
    for line in header.msgstr.split("\n"):
        stop = start + len(line)
        name, colon, value = line.partition(":")
        if colon and name.strip():
            value_start = stop - len(value.lstrip())
            yield HeaderLine(name.strip(), value.strip(), start, value_start, stop)
        elif line.strip():
            yield HeaderLine("", line, start, start, stop)
        start = stop + 1


def header_field(header: Entry, name: str) -> HeaderLine | None:
    """Return the first field of a name, as programs do."""
    return next((line for line in header_lines(header) if line.name.lower() == name.lower()), None)


def hit_in_header(
    header: Entry, message: str, start: int = 0, stop: int = 0, hint: str = "", subject: str = ""
) -> FileHit:
    """Return the hit for a range of a header's text; for the header as a whole where there is none."""
    piece = piece_in_entry(header, "msgstr", start, stop) if start < stop else None
    if piece is None:
        return FileHit(message, header.line, 1, 0, hint, subject)
    return FileHit(message, piece.line, piece.column, piece.stop - piece.start, hint, subject)


def hit_in_field(header: Entry, field: HeaderLine, message: str, hint: str = "") -> FileHit:
    """Return the hit for the value of a field; for the whole line where there is no value."""
    start = field.value_start if field.value_start < field.stop else field.start
    return hit_in_header(header, message, start, field.stop, hint, field.name)
