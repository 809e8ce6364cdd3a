"""Where the entries of an updated catalog stand, and the blank lines between new neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from toolkit.catalog.po.edit import starts_blank, without_leading_blank
from toolkit.catalog.po.header import HEADER_KEY
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey

_SURELY_SORTED = 6
"""So many texts are in order by chance in one file of 720."""


_NEARLY = 0.9


class Slot(NamedTuple):
    """An entry of the new file, and its index in the old one (none for a new entry)."""

    entry: Entry
    origin: int | None


def is_header(entry: Entry) -> bool:
    """Say whether an entry is the header, wherever it stands."""
    return entry.key == HEADER_KEY and not entry.obsolete


def ordered(
    entries: Sequence[Entry],
    chosen: Mapping[MessageKey, Entry],
    came: Container[MessageKey],
    previous: Sequence[MessageKey] | None,
) -> list[Slot]:
    """Return the entries that stay, in their new order: obsolete ones, and ``chosen``.

    ``chosen`` is in the template's order, which becomes that of the file; a new entry follows the one that
    precedes it there. Only a file that a program has sorted keeps its own order: one that is not in that of
    ``previous``, the keys of the last template, or if they are not known, one that is sorted by msgid or
    place, which the template is not, or whose entries are the same as before.
    Active entries that are not in ``chosen`` are left out. Keys in ``came`` have their text from elsewhere.
    """
    common = [entry.key for entry in entries if not entry.obsolete and entry.key in chosen]
    stays = [
        Slot(chosen.get(entry.key, entry), None if entry.key in came else place)
        for place, entry in enumerate(entries)
        if (entry.key in chosen) != entry.obsolete or is_header(entry)
    ]
    same = previous is None and _are_the_same(entries, chosen)
    if same or _follows(common, chosen) or _keeps_its_order(entries, chosen, previous):
        return _inserted(stays, chosen, frozenset(common))
    return _rearranged(stays, chosen)


def in_order(positions: Sequence[int]) -> frozenset[int]:
    """Return the indices of a longest rising run of distinct positions: what has not moved, of all that did.

    Patience sorting, n log n.
    """
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, position in enumerate(positions):
        pile = bisect_left(tops, position)
        before.append(tails[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(position)
            tails.append(index)
        else:
            tops[pile] = position
            tails[pile] = index
    found = []
    index = tails[-1] if tails else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return frozenset(found)


def adjoined(slots: Sequence[Slot], catalog: Catalog) -> tuple[Entry, ...]:
    """Return the entries, with line ends and blank lines mended between those that were no neighbours.

    ``catalog`` is the old file. Two entries on one line are parted once one of them changes.
    """
    result: list[Entry] = []
    before: int | None = -1
    changed_before = False
    for entry, origin in slots:
        changed = origin is None or entry is not catalog.entries[origin]
        fresh = origin is None or before is None or origin != before + 1
        if not result:
            entry = without_leading_blank(entry) if fresh else entry
        elif fresh or ((changed or changed_before) and not result[-1].raw.endswith("\n")):
            result[-1] = _closed(result[-1], catalog.newline)
            if not starts_blank(entry):
                entry = replace(entry, raw=catalog.newline + entry.raw)
        result.append(entry)
        before, changed_before = origin, changed
    if result and catalog.tail and (changed_before or before != len(catalog.entries) - 1):
        result[-1] = _closed(result[-1], catalog.newline)
    return tuple(result)


def _closed(entry: Entry, newline: str) -> Entry:
    return entry if entry.raw.endswith("\n") else replace(entry, raw=entry.raw + newline)


def _follows(keys: Iterable[MessageKey], order: Iterable[MessageKey]) -> bool:
    place = {key: number for number, key in enumerate(order)}
    return all(first < second for first, second in pairwise([place[key] for key in keys]))


def _are_the_same(entries: Iterable[Entry], chosen: Mapping[MessageKey, Entry]) -> bool:
    active = [entry for entry in entries if not entry.obsolete and not is_header(entry)]
    return len(active) == len(chosen) and all(chosen.get(entry.key) is entry for entry in active)


def _keeps_its_order(
    entries: Iterable[Entry], chosen: Mapping[MessageKey, Entry], previous: Sequence[MessageKey] | None
) -> bool:
    """Tell whether a program has sorted the entries, in another order than that of templates."""
    active = [entry for entry in entries if not entry.obsolete and not is_header(entry)]
    if previous is not None:
        known = set(previous)
        return not _follows([entry.key for entry in active if entry.key in known], previous)
    if len(active) < _SURELY_SORTED:
        return False
    return any(_is_sorted(active, by) and not _is_sorted(chosen.values(), by) for by in (_text, _first_place))


def _is_sorted(entries: Iterable[Entry], by: Callable[[Entry], tuple[str, int]]) -> bool:
    """Tell whether nearly all entries follow the one before: what came since it was sorted may not."""
    steps = [first <= second for first, second in pairwise([by(entry) for entry in entries])]
    return sum(steps) >= _NEARLY * len(steps)


def _text(entry: Entry) -> tuple[str, int]:
    return entry.key.text, 0


def _first_place(entry: Entry) -> tuple[str, int]:
    """Return file and line, by which ``msgcat --sort-by-file`` sorts."""
    path, _, line = (entry.references or ("",))[0].rpartition(":")
    return (path, int(line)) if line.isascii() and line.isdigit() else ((entry.references or ("",))[0], 0)


def _rearranged(stays: list[Slot], chosen: Mapping[MessageKey, Entry]) -> list[Slot]:
    origins = {slot.entry.key: slot.origin for slot in stays if not slot.entry.obsolete}
    headers = [slot for slot in stays if is_header(slot.entry)]
    obsolete = [slot for slot in stays if slot.entry.obsolete]
    return [*headers, *[Slot(entry, origins.get(key)) for key, entry in chosen.items()], *obsolete]


def _inserted(
    stays: list[Slot], chosen: Mapping[MessageKey, Entry], placed: frozenset[MessageKey]
) -> list[Slot]:
    followers: dict[MessageKey | None, list[Slot]] = {}
    anchor: MessageKey | None = None
    for key, entry in chosen.items():
        if key in placed:
            anchor = key
        else:
            followers.setdefault(anchor, []).append(Slot(entry, None))
    first = 1 if stays and stays[0].origin == 0 and is_header(stays[0].entry) else 0
    result = [*stays[:first], *followers.get(None, [])]
    for slot in stays[first:]:
        result.append(slot)
        if not slot.entry.obsolete:
            result += followers.get(slot.entry.key, [])
    return result
