"""The entries of a catalog before its update, by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.catalog.update.entry_order import is_header
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class OldEntries:
    """What a catalog holds; the header is no active entry."""

    catalog: Catalog
    active: Mapping[MessageKey, Entry]
    obsolete: Mapping[MessageKey, Sequence[Entry]]


def old_entries(catalog: Catalog) -> OldEntries:
    """Return a catalog's entries by key; a key may have several obsolete ones, in the order of the file."""
    active = {entry.key: entry for entry in catalog.entries if not entry.obsolete and not is_header(entry)}
    obsolete: dict[MessageKey, list[Entry]] = {}
    for entry in catalog.entries:
        if entry.obsolete:
            obsolete.setdefault(entry.key, []).append(entry)
    return OldEntries(catalog, active, obsolete)
