"""Three headers of a PO file made one, field by field; dates are never a conflict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.catalog.po.edit import with_translations
from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.header import CREATION_DATE, GENERATOR, HEADER_KEY, header_fields, with_header_field
from toolkit.catalog.three_way.conflict import Conflict
from toolkit.catalog.three_way.dates import is_later
from toolkit.catalog.three_way.lines import merged_lines
from toolkit.catalog.three_way.rewrite import rewritten
from toolkit.errors import CatalogError
from toolkit.model.catalog import Entry

_REVISION_DATE = "PO-Revision-Date"
_WITH_THE_REVISION = ("Last-Translator", GENERATOR)
"""Who and what saved the file last."""
_DECIDED_BY_PEOPLE = ("Plural-Forms", "Language", "Content-Type")
"""A wrong one damages the whole file; any other field is for information."""

Fields = Mapping[str, str]


def merged_header(
    base: Entry | None, ours: Entry, theirs: Entry, newline: str
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Return the header of two sides that both changed it, and the fields that they could not agree on.

    Lines of ours that are no fields stay. The translator's comments are merged line by line, so what one side
    removed, such as the mark of a draft, is gone.
    """
    before = {} if base is None else header_fields(base)
    our_fields, their_fields = header_fields(ours), header_fields(theirs)
    entry = ours
    conflicts = []
    for name in filter(None, dict.fromkeys((*our_fields, *their_fields))):
        value, settled = _value(name, before, our_fields, their_fields)
        if value is None:
            entry = _without_field(entry, name, newline)
        else:
            entry = with_header_field(entry, name, value, newline)
        if not settled:
            conflicts.append(Conflict(HEADER_KEY, name, (our_fields[name],), (their_fields[name],)))
    old = base or replace(ours, comments=(), notes=(), references=(), flags=())
    merged = rewritten(
        entry,
        obsolete=False,
        comments=merged_lines(old.comments, ours.comments, theirs.comments),
        notes=merged_lines(old.notes, ours.notes, theirs.notes),
        references=merged_lines(old.references, ours.references, theirs.references),
        flags=merged_lines(old.flags, ours.flags, theirs.flags),
        newline=newline,
    )
    return merged, tuple(conflicts)


def _value(name: str, before: Fields, ours: Fields, theirs: Fields) -> tuple[str | None, bool]:
    """Return the value of a field, none where it goes, and whether that is beyond doubt."""
    old, one, two = before.get(name), ours.get(name), theirs.get(name)
    if name in _WITH_THE_REVISION:
        return _saved_last(before, ours, theirs, name) or one or two, True
    return _three_way(name, old, one, two)


def _saved_last(before: Fields, ours: Fields, theirs: Fields, name: str) -> str | None:
    """Return a field as the side with the later revision has it."""
    one, two = ours.get(_REVISION_DATE), theirs.get(_REVISION_DATE)
    if one == two:
        return _three_way(name, before.get(name), ours.get(name), theirs.get(name))[0]
    stands = _three_way(_REVISION_DATE, before.get(_REVISION_DATE), one, two)[0]
    return (ours if stands == one else theirs).get(name)


def _three_way(name: str, old: str | None, one: str | None, two: str | None) -> tuple[str | None, bool]:
    if two in (old, one):
        return one, True
    if one == old or one is None:
        return two, True
    if two is None:
        return one, True
    if name in (CREATION_DATE, _REVISION_DATE):
        return two if is_later(two, one) else one, True
    return one, name not in _DECIDED_BY_PEOPLE or _squeezed(one) == _squeezed(two)


def _squeezed(value: str) -> str:
    return "".join(value.split()).rstrip(";").casefold()


def _without_field(entry: Entry, name: str, newline: str) -> Entry:
    """Return the header without a field; its other lines stay unless they are written in an unusual way."""
    lines = entry.msgstr.split("\n")
    msgstr = "\n".join([line for line in lines if line.partition(":")[0].strip() != name])
    written = re.compile(rf'^[ \t]*"{re.escape(name)}[ \t]*:[^"\\\n]*\\n"[ \t\r]*\n', re.MULTILINE)
    raw = written.sub("", entry.raw, count=1)
    try:
        scanned = scan_entry(raw, 0, "")
    except CatalogError:
        scanned = None
    if scanned is not None and scanned.entry.msgstr == msgstr:
        return replace(entry, raw=raw, msgstr=msgstr)
    return with_translations(entry, (msgstr,), newline)
