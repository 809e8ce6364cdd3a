"""``toolkit merge``: a PO file of any origin brought up to a template of any origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.catalog.foreign_template import template_of
from toolkit.catalog.memory.memory import memory_of
from toolkit.catalog.po.edit import starts_blank
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.update.catalog_update import update_catalog
from toolkit.catalog.update.entry_order import is_header
from toolkit.catalog.update.outcome import CatalogUpdate
from toolkit.catalog.update.settings import UpdateSettings
from toolkit.errors import OutputError
from toolkit.model.catalog import Catalog
from toolkit.workspace.clock import creation_date, let_settle
from toolkit.workspace.read import read_named
from toolkit.workspace.settings import Limits
from toolkit.workspace.write import replace_if_unchanged, write_named

_ATTEMPTS = 3
_LIMITS = Limits(po_entries=1_000_000)
"""Files that the user names are trusted to be as large as they are, within what memory holds."""


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """What a merge is asked to do; as in `UpdateSettings`."""

    carry: bool = True
    copies: bool = False
    suggest: bool = False
    prune: int | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """An updated PO file."""

    content: bytes
    """The bytes of the old file, where nothing changed."""
    update: CatalogUpdate


def merge(
    old: Path, template: Path, memories: Sequence[Path], options: MergeOptions, output: Path | None
) -> Merged:
    """Bring ``old`` up to ``template``; write it to ``output``, where one is given.

    ``memories`` are PO files whose translations are offered for new messages. ``old`` may be the output: then
    it is updated again if somebody saves it meanwhile. Raises `CatalogError` and `OutputError`.
    """
    pot = _read(template)
    further = [(path.stem, _read(path)) for path in memories]
    for _ in range(_ATTEMPTS):
        before = read_named(old, _LIMITS)
        merged = _merged(before, old, pot, further, options)
        if output is None:
            return merged
        if output != old:
            write_named(output, merged.content)
            return merged
        target = old.resolve()  # whoever names a link means the file
        if replace_if_unchanged(target.parent, target.name, before, merged.content):
            return merged
        let_settle()
    raise OutputError(
        "the file keeps changing while it is updated; it was left alone",
        rule="output-unwritable",
        path=str(old),
        hint="run merge again",
    )


def _merged(
    before: bytes, path: Path, pot: Catalog, further: Sequence[tuple[str, Catalog]], options: MergeOptions
) -> Merged:
    catalog = read_catalog(before, str(path), max_bytes=_LIMITS.po_bytes, max_entries=_LIMITS.po_entries)
    catalog = _with_header(catalog, pot)
    template = template_of(pot, path.stem)
    settings = UpdateSettings(
        creation_date(),
        options.carry,
        options.copies,
        options.suggest,
        options.prune,
    )
    wanted = {path.stem: frozenset(message.key for message in template.messages)}
    memory = memory_of({path.stem: catalog}, wanted, further)
    update = update_catalog(catalog, template, settings, memory)
    return Merged(write_catalog(update.catalog), update)


def _with_header(catalog: Catalog, template: Catalog) -> Catalog:
    """Return the catalog, with the template's header where it has none: gettext demands one."""
    header = next((entry for entry in template.entries if is_header(entry)), None)
    if header is None or any(is_header(entry) for entry in catalog.entries):
        return catalog
    gap = "" if catalog.entries and starts_blank(catalog.entries[0]) else "\n"
    raw = f"{header.raw}{gap}".replace("\r\n", "\n").replace("\n", catalog.newline)
    entries = (replace(header, raw=raw), *catalog.entries)
    return replace(catalog, entries=entries, header=template.header)


def _read(path: Path) -> Catalog:
    data = read_named(path, _LIMITS)
    return read_catalog(data, str(path), max_bytes=_LIMITS.po_bytes, max_entries=_LIMITS.po_entries)
