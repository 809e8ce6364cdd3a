"""The entries of an updated file in their order, and what became of those that leave it or move in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.catalog.update.choice import Choice
from toolkit.catalog.update.entry_order import Slot, in_order, is_header, ordered
from toolkit.catalog.update.old_entries import OldEntries
from toolkit.catalog.update.outcome import Fate, Outcome
from toolkit.catalog.update.retired import is_copy, may_be_pruned, retired
from toolkit.catalog.update.settings import UpdateSettings
from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The entries of an updated file."""

    slots: tuple[Slot, ...]
    moved: frozenset[MessageKey]
    """The active entries that stand at another place among those that were there before."""
    left: tuple[Outcome, ...]
    """What became of entries that are not active any more."""


def arrange(
    old: OldEntries,
    choices: Mapping[MessageKey, Choice],
    settings: UpdateSettings,
    previous: Sequence[MessageKey] | None,
) -> Arrangement:
    """Return the chosen entries and the obsolete ones in order; ``previous`` as in ``update_catalog``."""
    chosen = {key: choice.entry for key, choice in choices.items()}
    came = frozenset(
        key
        for key, choice in choices.items()
        if key not in old.active or choice.outcome.fate is Fate.RESTORED
    )
    leaving = _Leaving(old, choices, settings)
    stay = leaving.staying(ordered(old.catalog.entries, chosen, came, previous))
    return Arrangement((*stay, *leaving.going(stay)), _moved(stay), tuple(leaving.left))


class _Leaving:
    """Tells the entries that stay from those that go, and takes note of these."""

    def __init__(
        self, old: OldEntries, choices: Mapping[MessageKey, Choice], settings: UpdateSettings
    ) -> None:
        self.old = old
        self.choices = choices
        self.settings = settings
        # The keys of an older segmentation whose entries are now those of a newer one.
        self.migrated = self.came_from(Fate.MIGRATED) - choices.keys()
        self.left: list[Outcome] = []

    def came_from(self, *fates: Fate) -> frozenset[MessageKey]:
        return frozenset(
            choice.outcome.previous.key
            for choice in self.choices.values()
            if choice.outcome.fate in fates and choice.outcome.previous is not None
        )

    def staying(self, slots: Sequence[Slot]) -> list[Slot]:
        """Return the entries without the obsolete ones that are to go, or that another one takes in."""
        days, now = self.settings.prune, self.settings.now
        result = []
        for slot in slots:
            entry = slot.entry
            if entry.obsolete and (entry.key in self.old.active or entry.key in self.migrated):
                continue  # another entry says now what this one says
            if days is not None and may_be_pruned(entry, days, now):
                self.left.append(Outcome(Fate.PRUNED, entry.key))
                continue
            result.append(slot)
        return result

    def going(self, stay: Sequence[Slot]) -> list[Slot]:
        """Return the active entries that become obsolete; ``stay`` are the entries that do not leave.

        A copy that an update made and nobody touched is dropped where what it is a copy of stays.
        """
        followed = self.came_from(Fate.CHANGED, Fate.CARRIED)
        active = [
            Slot(entry, place)
            for place, entry in enumerate(self.old.catalog.entries)
            if not (
                entry.obsolete or is_header(entry) or entry.key in self.choices or entry.key in self.migrated
            )
        ]
        others = {slot.entry.key: slot.entry for slot in stay}
        others |= {slot.entry.key: slot.entry for slot in active if not is_copy(slot.entry)}
        slots = []
        for entry, place in active:
            same = self.old.obsolete.get(entry.key, ())
            kept = retired(entry, same, others, self.settings.now, self.old.catalog.newline)
            if entry.key not in followed:
                self.left.append(Outcome(Fate.DROPPED if kept is None else Fate.GONE, entry.key))
            if kept is not None and self.settings.prune != 0:
                slots.append(Slot(kept, place))
        return slots


def _moved(slots: Sequence[Slot]) -> frozenset[MessageKey]:
    """Return the keys of entries that changed places: all but the most that are still in order."""
    placed = [slot for slot in slots if slot.origin is not None and not slot.entry.obsolete]
    staying = in_order([slot.origin or 0 for slot in placed])
    return frozenset(slot.entry.key for number, slot in enumerate(placed) if number not in staying)
