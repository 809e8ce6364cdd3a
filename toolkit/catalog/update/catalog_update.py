"""A catalog brought up to its template; every entry that needs no change keeps its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.catalog.po.edit import folded, obsoleted, restored, with_places
from toolkit.catalog.po.header import CREATION_DATE, SEGMENTATION, header_fields, with_header_field
from toolkit.catalog.po.text import format_entry
from toolkit.catalog.update.entry_order import Slot, adjoined, is_header, ordered
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.message import Message, Template
from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """An updated catalog, and what became of its messages."""

    catalog: Catalog
    """The very catalog that was given, where nothing changed."""
    kept: int
    """How many active entries stayed active."""
    added: tuple[MessageKey, ...]
    restored: tuple[MessageKey, ...]
    """Messages that were obsolete and are active again."""
    retired: tuple[MessageKey, ...]
    """Messages that were active: obsolete now, or dropped where there was nothing to keep."""
    changed: bool
    """Whether the file differs from what it was."""


def update_catalog(
    catalog: Catalog,
    template: Template,
    creation_date: str,
    previous: tuple[MessageKey, ...] | None = None,
) -> CatalogUpdate:
    """Return the catalog with exactly the template's messages active, and no translation lost.

    ``creation_date`` goes into the header if anything changed; ``previous`` are the keys of the last template
    in order: they tell a file in the template's order from one that a program has sorted. The line numbers of
    entries stay those of the file that was read, 0 for new ones. An obsolete entry of an active key, which
    gettext refuses, is folded into the active one as translator comments.
    """
    active = {entry.key: entry for entry in catalog.entries if not entry.obsolete}
    twins: dict[MessageKey, list[Entry]] = {message.key: [] for message in template.messages}
    for entry in catalog.entries:
        if entry.obsolete and entry.key in twins:
            twins[entry.key].append(entry)
    chosen: dict[MessageKey, Entry] = {}
    added: list[MessageKey] = []
    again: list[MessageKey] = []
    for message in template.messages:
        found = active.get(message.key)
        best = _chosen(found, twins[message.key], message, catalog.newline)
        if best is None:
            added.append(message.key)
        elif found is None or (not found.msgstr and best.msgstr):
            again.append(message.key)
        chosen[message.key] = best or _new_entry(message, catalog.newline)
    gone = [key for key in active if key not in chosen and not is_header(active[key])]
    slots = ordered(catalog.entries, chosen, frozenset(again), previous)
    entries = adjoined(slots + _retired(catalog.entries, gone), catalog)
    result = _with_header(catalog, entries, template, creation_date)
    return CatalogUpdate(
        result,
        len(chosen) - len(added) - len(again),
        tuple(added),
        tuple(again),
        tuple(gone),
        result is not catalog,
    )


def new_catalog(template: Template, header: Entry, path: str) -> Catalog:
    """Return a catalog of the template's messages, all untranslated, under a header entry."""
    entries = [_new_entry(message, "\n") for message in template.messages]
    separated = [replace(entry, raw=f"\n{entry.raw}") for entry in entries]
    return Catalog(path, (header, *separated), header=header_fields(header))


def _chosen(found: Entry | None, twins: list[Entry], message: Message, newline: str) -> Entry | None:
    if found is None and not twins:
        return None
    others = list(twins)
    if found is not None and (
        found.msgstr or found.plural is not None or not any(twin.msgstr for twin in twins)
    ):
        base = found
    else:
        # The best of several obsolete ones: translated, not fuzzy, the latest.
        place = max(
            range(len(twins)),
            key=lambda number: (bool(twins[number].msgstr), not twins[number].fuzzy, number),
        )
        base = restored(others.pop(place))
        others += [found] if found is not None else []
    base = folded(base, others, newline)
    return base if base.plural is not None else with_places(base, message, newline)


def _new_entry(message: Message, newline: str) -> Entry:
    raw = format_entry(message.key, notes=message.notes, references=message.references, newline=newline)
    return Entry(raw, message.key, "", notes=message.notes, references=message.references)


def _retired(entries: Iterable[Entry], gone: Iterable[MessageKey]) -> list[Slot]:
    keys = frozenset(gone)
    return [
        Slot(obsoleted(entry), place)
        for place, entry in enumerate(entries)
        if not entry.obsolete
        and entry.key in keys
        # Without translation and comments there is nothing to keep.
        and (entry.translated or entry.comments)
    ]


def _with_header(
    catalog: Catalog, entries: tuple[Entry, ...], template: Template, creation_date: str
) -> Catalog:
    segmentation = catalog.header.get(SEGMENTATION, template.segmentation)
    same = len(entries) == len(catalog.entries) and all(
        new is old for new, old in zip(entries, catalog.entries, strict=True)
    )
    if same and segmentation == template.segmentation:
        return catalog
    if entries and is_header(entries[0]):
        header = with_header_field(entries[0], CREATION_DATE, creation_date, catalog.newline)
        header = with_header_field(header, SEGMENTATION, template.segmentation, catalog.newline)
        return replace(catalog, entries=(header, *entries[1:]), header=header_fields(header))
    return replace(catalog, entries=entries)
