"""Three versions of a catalog made one, entry by entry: no translation of either side is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from toolkit.catalog.po.header import header_fields
from toolkit.catalog.three_way.conflict import Conflict
from toolkit.catalog.three_way.entries import in_place_of, left_by_one, merged_entry, only_changed
from toolkit.catalog.three_way.header import merged_header
from toolkit.catalog.three_way.lines import merged_tail
from toolkit.catalog.three_way.order import ordered
from toolkit.catalog.three_way.side import by_key, with_line_ends_of
from toolkit.catalog.update.entry_order import adjoined, is_header
from toolkit.model.catalog import Catalog, Entry


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """A merged catalog, and what only a person can decide; the catalog is whole in any case."""

    catalog: Catalog
    conflicts: tuple[Conflict, ...] = ()


def merge_catalogs(base: Catalog, ours: Catalog, theirs: Catalog) -> ThreeWay:
    """Return our catalog with what they changed since ``base``, which is empty where there was no file.

    Entries are matched by context and msgid. What one side changed is taken as it stands there; what both
    changed is merged field by field, and of two human translations ours stands, fuzzy, with theirs as a
    comment. If one side changed nothing, the result has the very bytes of the other. The path and the line
    ends are ours; the line numbers of entries are those of the files they come from.
    """
    if _same(theirs, base) or _same(ours, theirs):
        return ThreeWay(ours)
    if _same(ours, base):
        return ThreeWay(replace(theirs, path=ours.path))
    newline = ours.newline
    old, one, two = (by_key(side) for side in (base, ours, with_line_ends_of(ours, theirs)))
    results = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys((*one, *two)):
        before = old[key].entry if key in old else None
        entry, found = _merged(
            before,
            one[key].entry if key in one else None,
            two[key].entry if key in two else None,
            newline,
        )
        conflicts += found
        if entry is not None:
            results[key] = in_place_of(one[key].entry, entry, newline) if key in one else entry
    entries = adjoined(ordered(results, one, two), ours)
    tail = merged_tail(base.tail, ours.tail, theirs.tail, newline)
    if tail and entries and not entries[-1].raw.endswith("\n"):
        entries = (*entries[:-1], replace(entries[-1], raw=entries[-1].raw + newline))
    catalog = replace(
        ours,
        entries=entries,
        bom=ours.bom if theirs.bom == base.bom or not base.entries else theirs.bom,
        tail=tail,
        header=header_fields(entries[0]) if entries else {},
    )
    return ThreeWay(catalog, tuple(conflicts))


def _merged(
    base: Entry | None, ours: Entry | None, theirs: Entry | None, newline: str
) -> tuple[Entry | None, tuple[Conflict, ...]]:
    if ours is None or theirs is None:
        only = ours or theirs
        if only is None or is_header(only):
            return only, ()  # a file without a header is a mistake, and never an intention
        return left_by_one(base, only), ()
    changed = only_changed(base, ours, theirs)
    if changed is not None:
        return changed, ()
    if is_header(ours) and is_header(theirs):
        return merged_header(base, ours, theirs, newline)
    entry, conflict = merged_entry(base, ours, theirs, newline)
    return entry, (conflict,) if conflict else ()


def _same(one: Catalog, other: Catalog) -> bool:
    return (one.bom, one.tail) == (other.bom, other.tail) and [entry.raw for entry in one.entries] == [
        entry.raw for entry in other.entries
    ]
