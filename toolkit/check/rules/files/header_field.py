"""Each line of a header is one field, ``Name: value``, that no other line repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.catalog_view import CatalogView
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import HeaderLine, header_for, header_lines, hit_in_header
from toolkit.model.catalog import Entry
from toolkit.model.finding import Severity

_NAME = "header-field"
_MOST = 10
"""Findings per file: a header that is no header at all is not reported line by line."""
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
# Controls, line ends of Unicode and marks of direction: other programs may see other lines than we do.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SHOWN = 40


def _find(view: CatalogView) -> Iterator[FileHit]:
    header = header_for(_NAME, view.catalog)
    if header is not None:
        yield from islice(_in_header(header), _MOST)


def _in_header(header: Entry) -> Iterator[FileHit]:
    seen: set[str] = set()
    for line in header_lines(header):
        if problem := _problem(line, seen):
            yield hit_in_header(header, problem, line.start, line.stop, subject=line.name or line.value)
        elif control := _CONTROL.search(header.msgstr, line.start, line.stop):
            message = f'the field "{line.name}" has a control character, U+{ord(control[0]):04X}'
            yield hit_in_header(header, message, *control.span(), "delete it", line.name)
        seen.add(line.name.lower())


def _problem(line: HeaderLine, seen: set[str]) -> str:
    name = line.name
    if not _FIELD_NAME.fullmatch(name):
        said = _CONTROL.sub("\ufffd", f"{name}: {line.value}" if name else line.value)
        shown = said if len(said) <= _SHOWN else said[:_SHOWN] + "…"
        return f'a line of the header is no field: "{shown}"'
    if name.lower() in seen:
        return f'the header has the field "{name}" twice; programs take either'
    return ""


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "Each line of the header is one field with a name",
    'write one field per line, "Name: value\\n", each name once',
    find=_find,
)
