"""Where the entries of a merged catalog stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toolkit.catalog.three_way.side import Placed
from toolkit.catalog.update.entry_order import Slot, is_header
from toolkit.model.catalog import Entry
from toolkit.model.segment import MessageKey


def ordered(
    merged: Mapping[MessageKey, Entry], ours: Mapping[MessageKey, Placed], theirs: Iterable[MessageKey]
) -> list[Slot]:
    """Return the entries in our order; one that only they have stands behind its predecessor there.

    ``theirs`` are the keys of their file in order. An entry that is active for us and obsolete in the result,
    or the other way round, also stands where they have it: obsolete ones at the end.
    """
    stays = [
        Slot(merged[key], found.place)
        for key, found in ours.items()
        if key in merged and merged[key].obsolete == found.entry.obsolete
    ]
    stays.sort(key=lambda slot: -1 if slot.origin is None else slot.origin)
    placed = {slot.entry.key for slot in stays}
    followers: dict[MessageKey | None, list[Slot]] = {}
    last: list[Slot] = []
    anchors: dict[bool, MessageKey | None] = {False: None, True: None}
    for key in theirs:
        entry = merged.get(key)
        if entry is None:
            continue
        if key in placed:
            anchors[entry.obsolete] = key
        elif entry.obsolete and anchors[True] is None:
            last.append(Slot(entry, None))
        else:
            followers.setdefault(anchors[entry.obsolete], []).append(Slot(entry, None))
    first = 1 if stays and is_header(stays[0].entry) else 0
    result = [*stays[:first], *followers.pop(None, [])]
    result += followers.get(stays[0].entry.key, []) if first else []
    for slot in stays[first:]:
        result += [slot, *followers.get(slot.entry.key, [])]
    return result + last
