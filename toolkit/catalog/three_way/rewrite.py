"""An entry with other comments, places, flags and state: only the lines of these change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.catalog.po.edit import (
    obsoleted,
    restored,
    starts_blank,
    with_comments,
    with_flags,
    with_places,
    without_comments,
)
from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.text import format_entry
from toolkit.errors import CatalogError
from toolkit.model.catalog import Entry
from toolkit.model.message import Message


def rewritten(
    entry: Entry,
    *,
    obsolete: bool,
    comments: Sequence[str],
    notes: Sequence[str],
    references: Sequence[str],
    flags: Sequence[str],
    newline: str,
) -> Entry:
    """Return the entry with these comments, notes, references and flags, active or obsolete.

    An obsolete entry keeps the notes and references that it has. An entry that is written in an unusual way
    is written anew.
    """
    result = entry
    if obsolete != entry.obsolete:
        result = obsoleted(entry) if obsolete else restored(entry)
    if not obsolete:
        result = with_places(result, Message(entry.key, tuple(notes), tuple(references)), newline)
    wanted = frozenset(comments)
    result = without_comments(result, lambda comment: comment not in wanted)
    result = with_comments(result, comments, newline)
    if set(flags) != set(result.flags):
        result = with_flags(result, tuple(flags), newline)
    return readable(result, newline)


def readable(entry: Entry, newline: str) -> Entry:
    """Return the entry itself if its text says what it says, else one that is written anew.

    The text of an entry in an unusual spelling, as with comments behind ``#~``, can be edited into another
    meaning.
    """
    try:
        scanned = scan_entry(entry.raw, 0, "")
    except CatalogError:
        scanned = None
    return entry if scanned is not None and scanned.entry == entry else _anew(entry, newline)


def _anew(entry: Entry, newline: str) -> Entry:
    raw = format_entry(
        entry.key,
        entry.msgstr,
        plural=entry.plural,
        forms=entry.forms,
        comments=entry.comments,
        notes=entry.notes,
        references=entry.references,
        flags=entry.flags,
        previous=entry.previous,
        obsolete=entry.obsolete,
        newline=newline,
    )
    if entry.obsolete:
        entry = replace(entry, notes=(), references=())
    return replace(entry, raw=newline + raw if starts_blank(entry) else raw)
