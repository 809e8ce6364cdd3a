"""A catalog brought up to its template in one pass; every entry that needs no change keeps its bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.catalog.memory.memory import Memory
from toolkit.catalog.po.header import CREATION_DATE, SEGMENTATION, header_fields, with_header_field
from toolkit.catalog.update.arrangement import Arrangement, arrange
from toolkit.catalog.update.choice import Choice
from toolkit.catalog.update.choosing import choose
from toolkit.catalog.update.entry_order import adjoined, is_header
from toolkit.catalog.update.old_entries import old_entries
from toolkit.catalog.update.outcome import CatalogUpdate, Fate, Outcome
from toolkit.catalog.update.settings import Migration, UpdateSettings
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.message import Template
from toolkit.model.segment import MessageKey


def update_catalog(
    catalog: Catalog,
    template: Template,
    settings: UpdateSettings,
    memory: Memory | None = None,
    migration: Migration | None = None,
    previous: Sequence[MessageKey] | None = None,
) -> CatalogUpdate:
    """Return the catalog with exactly the template's messages active, and no translation lost.

    An equal message is found first, also among the obsolete entries and in ``memory``; then the text that a
    message had before, by likeness and place; then a similar text in ``memory``. The old pair of a changed
    text stays as an obsolete entry. The line numbers of entries stay those of the file that was read, 0 for
    new ones. An obsolete entry of an active key, which gettext refuses, is folded into the active one as
    translator comments. The header's date changes only if anything else does. ``previous`` are the keys of
    the last template in order, where they are known.
    """
    old = old_entries(catalog)
    choices = choose(old, template, settings, memory, migration)
    arrangement = arrange(old, choices, settings, previous)
    entries = adjoined(arrangement.slots, catalog)
    result = _with_header(catalog, entries, template, settings)
    return CatalogUpdate(result, _outcomes(choices, arrangement), result is not catalog)


def _outcomes(choices: Mapping[MessageKey, Choice], arrangement: Arrangement) -> tuple[Outcome, ...]:
    """Return what became of the messages in their order, then of entries that left."""
    return (
        *(
            replace(outcome, fate=Fate.MOVED)
            if key in arrangement.moved and outcome.fate is Fate.KEPT
            else outcome
            for key, (_entry, outcome) in choices.items()
        ),
        *arrangement.left,
    )


def _with_header(
    catalog: Catalog, entries: tuple[Entry, ...], template: Template, settings: UpdateSettings
) -> Catalog:
    ours = template.segmentation
    segmentation = catalog.header.get(SEGMENTATION, ours)
    same = len(entries) == len(catalog.entries) and all(
        new is old for new, old in zip(entries, catalog.entries, strict=True)
    )
    if same and (segmentation == ours or not ours):
        return catalog
    if entries and is_header(entries[0]):
        date = template.created or settings.now
        header = with_header_field(entries[0], CREATION_DATE, date, catalog.newline)
        if ours:
            header = with_header_field(header, SEGMENTATION, ours, catalog.newline)
        return replace(catalog, entries=(header, *entries[1:]), header=header_fields(header))
    return replace(catalog, entries=entries)
