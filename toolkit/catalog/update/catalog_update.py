"""A catalog brought up to its template in one pass; every entry that needs no change keeps its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.catalog.memory.memory import Memory
from toolkit.catalog.po.header import CREATION_DATE, SEGMENTATION, header_fields, with_header_field
from toolkit.catalog.update.choice import Choice
from toolkit.catalog.update.entry_order import Slot, adjoined, in_order, is_header, ordered
from toolkit.catalog.update.exact import exact_entry, worth
from toolkit.catalog.update.from_ancestors import changed_texts
from toolkit.catalog.update.from_memory import equal_text, filled, freed_text, is_waiting, similar_text
from toolkit.catalog.update.migrated import migrated_entry
from toolkit.catalog.update.new_entry import empty_entry
from toolkit.catalog.update.outcome import CatalogUpdate, Fate, Outcome
from toolkit.catalog.update.retired import is_copy, may_be_pruned, retired
from toolkit.catalog.update.settings import Migration, UpdateSettings
from toolkit.catalog.update.style import Style, style_of
from toolkit.model.catalog import Catalog, Entry, Previous
from toolkit.model.message import Message, Template
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
    update = _Update(catalog, template, settings, memory, migration)
    update.choose_all()
    entries = adjoined(update.slots(previous), catalog)
    result = _with_header(catalog, entries, template, settings)
    return CatalogUpdate(result, update.outcomes(), result is not catalog)


class _Update:
    """The choices for all messages of a template, made one kind after the other."""

    def __init__(
        self,
        catalog: Catalog,
        template: Template,
        settings: UpdateSettings,
        memory: Memory | None,
        migration: Migration | None,
    ) -> None:
        self.catalog = catalog
        self.template = template
        self.settings = settings
        self.memory = memory
        self.migration = migration
        self.active = {
            entry.key: entry for entry in catalog.entries if not entry.obsolete and not is_header(entry)
        }
        self.obsolete: dict[MessageKey, list[Entry]] = {}
        for entry in catalog.entries:
            if entry.obsolete:
                self.obsolete.setdefault(entry.key, []).append(entry)
        self.choices: dict[MessageKey, Choice] = {}
        self.left: list[Outcome] = []
        self.moved: frozenset[MessageKey] = frozenset()
        self._style: Style | None = None

    @property
    def style(self) -> Style:
        """How new lines look; found out only where some are written."""
        if self._style is None:
            self._style = style_of(self.catalog)
        return self._style

    def choose_all(self) -> None:
        found: dict[MessageKey, Choice] = {}
        wanted: list[Message] = []
        for message in self.template.messages:
            choice = self.migrated(message) or self.exact(message) or self.remembered(message)
            if choice is None:
                wanted.append(message)
            else:
                found[message.key] = choice
        if wanted:
            sought = {message.key for message in wanted}
            carry = self.settings.carry
            found |= changed_texts(self.template.messages, sought, self.active, carry, self.style)
        for message in wanted:
            if message.key not in found:
                found[message.key] = self.similar(message) or Choice(
                    empty_entry(message, self.style), Outcome(Fate.NEW, message.key)
                )
        self.choices = {message.key: found[message.key] for message in self.template.messages}
        if self.settings.suggest:
            self.choices |= self.fillings()

    def migrated(self, message: Message) -> Choice | None:
        if self.migration is None or message.key not in self.migration.earlier:
            return None
        earlier = self.migration.earlier[message.key]
        olds = [*self.obsolete.get(earlier, ()), *([self.active[earlier]] if earlier in self.active else [])]
        now = [*self.obsolete.get(message.key, ())]
        now += [self.active[message.key]] if message.key in self.active else []
        entry = migrated_entry(message, now, olds, earlier, self.migration.convert, self.style)
        if entry is None:
            return None
        before = Previous(earlier.text, earlier.context)
        return Choice(entry, Outcome(Fate.MIGRATED, message.key, before))

    def exact(self, message: Message) -> Choice | None:
        active = self.active.get(message.key)
        obsolete = self.obsolete.get(message.key, ())
        if active is None and not obsolete:
            return None
        style = Style(self.catalog.newline) if message.flags is None else self.style
        entry = exact_entry(active, obsolete, message, style)
        if active is not None and entry.plural != active.plural and entry.previous is not None:
            return Choice(entry, Outcome(Fate.CHANGED, message.key, entry.previous))
        if self.memory is not None and is_waiting(entry):
            choice = freed_text(entry, self.memory, self.template.domain, self.style)
            if choice is not None:
                return choice
        back = active is None or worth(entry) > worth(active)
        return Choice(entry, Outcome(Fate.RESTORED if back else Fate.KEPT, message.key))

    def remembered(self, message: Message) -> Choice | None:
        if self.memory is None:
            return None
        return equal_text(message, self.memory, self.template.domain, self.settings.copies, self.style)

    def similar(self, message: Message) -> Choice | None:
        return None if self.memory is None else similar_text(message, self.memory, self.style)

    def fillings(self) -> dict[MessageKey, Choice]:
        """Return suggestions for untranslated messages that are not new."""
        if self.memory is None:
            return {}
        return {
            key: choice
            for key, (entry, outcome) in self.choices.items()
            if outcome.fate is Fate.KEPT
            and not entry.translated
            and (choice := filled(entry, self.memory, self.template.domain, self.style)) is not None
        }

    def slots(self, previous: Sequence[MessageKey] | None) -> list[Slot]:
        """Return the entries of the updated file in order, and take note of those that go."""
        chosen = {key: choice.entry for key, choice in self.choices.items()}
        came = frozenset(
            key
            for key, choice in self.choices.items()
            if key not in self.active or choice.outcome.fate is Fate.RESTORED
        )
        stay = self.staying(ordered(self.catalog.entries, chosen, came, previous))
        self.moved = _moved(stay)
        return [*stay, *self.leaving(stay)]

    def migrated_from(self) -> frozenset[MessageKey]:
        """Return the keys of an older segmentation whose entries are now those of a newer one."""
        return self.came_from(Fate.MIGRATED) - self.choices.keys()

    def came_from(self, *fates: Fate) -> frozenset[MessageKey]:
        return frozenset(
            choice.outcome.previous.key
            for choice in self.choices.values()
            if choice.outcome.fate in fates and choice.outcome.previous is not None
        )

    def staying(self, slots: list[Slot]) -> list[Slot]:
        """Return the entries without the obsolete ones that are to go, or that another one takes in."""
        migrated = self.migrated_from()
        result = []
        for slot in slots:
            entry = slot.entry
            if entry.obsolete and (entry.key in self.active or entry.key in migrated):
                continue  # another entry says now what this one says
            if self.settings.prune is not None and may_be_pruned(
                entry, self.settings.prune, self.settings.now
            ):
                self.left.append(Outcome(Fate.PRUNED, entry.key))
                continue
            result.append(slot)
        return result

    def leaving(self, stay: Sequence[Slot]) -> list[Slot]:
        """Return the active entries that become obsolete; ``stay`` are the entries that do not leave.

        A copy that an update made and nobody touched is dropped where what it is a copy of stays.
        """
        migrated = self.migrated_from()
        followed = self.came_from(Fate.CHANGED, Fate.CARRIED)
        going = [
            Slot(entry, place)
            for place, entry in enumerate(self.catalog.entries)
            if not (entry.obsolete or is_header(entry) or entry.key in self.choices or entry.key in migrated)
        ]
        others = {slot.entry.key: slot.entry for slot in stay}
        others |= {slot.entry.key: slot.entry for slot in going if not is_copy(slot.entry)}
        slots = []
        for entry, place in going:
            same = self.obsolete.get(entry.key, ())
            kept = retired(entry, same, others, self.settings.now, self.catalog.newline)
            if entry.key not in followed:
                self.left.append(Outcome(Fate.DROPPED if kept is None else Fate.GONE, entry.key))
            if kept is not None and self.settings.prune != 0:
                slots.append(Slot(kept, place))
        return slots

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what became of the messages in their order, then of entries that left."""
        return (
            *(
                replace(choice.outcome, fate=Fate.MOVED)
                if key in self.moved and choice.outcome.fate is Fate.KEPT
                else choice.outcome
                for key, choice in self.choices.items()
            ),
            *self.left,
        )


def _moved(slots: Sequence[Slot]) -> frozenset[MessageKey]:
    """Return the keys of entries that changed places: all but the most that are still in order."""
    placed = [slot for slot in slots if slot.origin is not None and not slot.entry.obsolete]
    staying = in_order([slot.origin or 0 for slot in placed])
    return frozenset(slot.entry.key for number, slot in enumerate(placed) if number not in staying)


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
