"""One version of a catalog by key: gettext knows one entry per key, so further ones are folded in."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from toolkit.catalog.po.edit import folded, restored, with_places, without_comments
from toolkit.catalog.three_way.lines import with_line_ends
from toolkit.catalog.three_way.rewrite import readable
from toolkit.catalog.update.marks import is_since, without_marks
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.message import Message
from toolkit.model.segment import MessageKey


class Placed(NamedTuple):
    """An entry, and its index in the file."""

    entry: Entry
    place: int


def by_key(catalog: Catalog) -> dict[MessageKey, Placed]:
    """Return the entries of a catalog by key, in file order.

    Of several entries of one key one stands that is translated, if possible active, not fuzzy and the last;
    what the others say is in its comments. It is active, in the place of the active one, where there is one.
    """
    groups: dict[MessageKey, list[int]] = {}
    for index, entry in enumerate(catalog.entries):
        groups.setdefault(entry.key, []).append(index)
    return {key: _chosen(catalog, indices) for key, indices in groups.items()}


def with_line_ends_of(ours: Catalog, other: Catalog) -> Catalog:
    """Return another version of a file with the line ends of ours."""
    entries = [
        entry if (raw := with_line_ends(entry.raw, ours.newline)) == entry.raw else replace(entry, raw=raw)
        for entry in other.entries
    ]
    return replace(other, entries=tuple(entries), newline=ours.newline)


def _chosen(catalog: Catalog, indices: list[int]) -> Placed:
    if len(indices) == 1:
        return Placed(catalog.entries[indices[0]], indices[0])
    best = max(indices, key=lambda index: (*_worth(catalog.entries[index]), index))
    rest = [catalog.entries[index] for index in indices if index != best]
    others = [replace(other, comments=without_marks(other)) for other in rest]
    entry, place = catalog.entries[best], best
    for index in indices:
        active = catalog.entries[index]
        if entry.obsolete and not active.obsolete:
            message = Message(active.key, active.notes, active.references)
            again = without_comments(restored(entry), is_since)
            entry, place = with_places(again, message, catalog.newline), index
    return Placed(readable(folded(entry, others, catalog.newline), catalog.newline), place)


def _worth(entry: Entry) -> tuple[bool, bool, bool]:
    return entry.translated, not entry.obsolete, not entry.fuzzy
