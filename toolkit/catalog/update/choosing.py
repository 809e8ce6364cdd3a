"""The entry that each message of a template gets, by one kind of choice after the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from toolkit.catalog.memory.memory import Memory
from toolkit.catalog.update.choice import Choice
from toolkit.catalog.update.exact import exact_entry, worth
from toolkit.catalog.update.from_ancestors import changed_texts
from toolkit.catalog.update.from_memory import equal_text, filled, freed_text, is_waiting, similar_text
from toolkit.catalog.update.migrated import migrated_entry
from toolkit.catalog.update.new_entry import empty_entry
from toolkit.catalog.update.old_entries import OldEntries
from toolkit.catalog.update.outcome import Fate, Outcome
from toolkit.catalog.update.settings import Migration, UpdateSettings
from toolkit.catalog.update.style import Style, style_of
from toolkit.model.catalog import Previous
from toolkit.model.message import Message, Template
from toolkit.model.segment import MessageKey


def choose(
    old: OldEntries,
    template: Template,
    settings: UpdateSettings,
    memory: Memory | None,
    migration: Migration | None,
) -> Mapping[MessageKey, Choice]:
    """Return the choice for each message in the template's order; ``update_catalog`` says what goes first."""
    choosing = _Choosing(old, template, settings, memory, migration)
    choices = choosing.all()
    return choices | choosing.fillings(choices) if settings.suggest else choices


class _Choosing:
    """The kinds of choices, and what they choose from."""

    def __init__(
        self,
        old: OldEntries,
        template: Template,
        settings: UpdateSettings,
        memory: Memory | None,
        migration: Migration | None,
    ) -> None:
        self.old = old
        self.template = template
        self.settings = settings
        self.memory = memory
        self.migration = migration

    @cached_property
    def style(self) -> Style:
        """How new lines look; found out only where some are written."""
        return style_of(self.old.catalog)

    def all(self) -> dict[MessageKey, Choice]:
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
            found |= changed_texts(self.template.messages, sought, self.old.active, carry, self.style)
        for message in wanted:
            if message.key not in found:
                found[message.key] = self.similar(message) or Choice(
                    empty_entry(message, self.style), Outcome(Fate.NEW, message.key)
                )
        return {message.key: found[message.key] for message in self.template.messages}

    def migrated(self, message: Message) -> Choice | None:
        if self.migration is None or message.key not in self.migration.earlier:
            return None
        active, obsolete = self.old.active, self.old.obsolete
        earlier = self.migration.earlier[message.key]
        olds = [*obsolete.get(earlier, ()), *([active[earlier]] if earlier in active else [])]
        now = [*obsolete.get(message.key, ()), *([active[message.key]] if message.key in active else [])]
        entry = migrated_entry(message, now, olds, earlier, self.migration.convert, self.style)
        if entry is None:
            return None
        before = Previous(earlier.text, earlier.context)
        return Choice(entry, Outcome(Fate.MIGRATED, message.key, before))

    def exact(self, message: Message) -> Choice | None:
        active = self.old.active.get(message.key)
        obsolete = self.old.obsolete.get(message.key, ())
        if active is None and not obsolete:
            return None
        style = Style(self.old.catalog.newline) if message.flags is None else self.style
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

    def fillings(self, choices: Mapping[MessageKey, Choice]) -> dict[MessageKey, Choice]:
        """Return suggestions for untranslated messages that are not new."""
        if self.memory is None:
            return {}
        return {
            key: choice
            for key, (entry, outcome) in choices.items()
            if outcome.fate is Fate.KEPT
            and not entry.translated
            and (choice := filled(entry, self.memory, self.template.domain, self.style)) is not None
        }
