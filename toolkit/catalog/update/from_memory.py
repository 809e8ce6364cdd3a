"""Translations of equal and similar texts elsewhere: moved here, copied, or suggested."""

from __future__ import annotations

from toolkit.catalog.memory.memory import Memory, Remembered
from toolkit.catalog.update.choice import Choice
from toolkit.catalog.update.filled import arrived_entry, filled_entry
from toolkit.catalog.update.marks import is_suggestion
from toolkit.catalog.update.new_entry import copied_entry, moved_entry, suggested_entry
from toolkit.catalog.update.outcome import Fate, Outcome
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry, Previous
from toolkit.model.message import Message


def equal_text(message: Message, memory: Memory, domain: str, copies: bool, style: Style) -> Choice | None:
    """Return the entry that a new message of ``domain`` has from an equal text elsewhere, if there is one.

    A text that is free has moved here, with its entry. A copy of one that is still used elsewhere is fuzzy,
    unless ``copies`` says that they count as translated; so is one of another context or plural.
    """
    found = memory.exact(message.key, domain)
    if found is None:
        return None
    same = found.entry.key == message.key and found.entry.plural == message.plural
    if same and (found.gone or copies):
        make = moved_entry if found.gone else copied_entry
        entry = make(message, found.entry, style)
        return Choice(entry, Outcome(Fate.RESTORED, message.key, origin=found.origin))
    return _suggested(message, found, style)


def is_waiting(entry: Entry) -> bool:
    """Tell whether an active entry has no translation but what was suggested for it."""
    return not entry.translated or (entry.fuzzy and any(is_suggestion(comment) for comment in entry.comments))


def freed_text(entry: Entry, memory: Memory, domain: str, style: Style) -> Choice | None:
    """Return a waiting entry with the translation of an equal text that no document has any more.

    It has come here as much as one whose entry is new. A suggestion that somebody has worked on stays.
    """
    found = memory.exact(entry.key, domain)
    if found is None or not found.gone or found.entry.key != entry.key or found.entry.plural != entry.plural:
        return None
    if entry.translated and entry.translations != found.entry.translations:
        return None
    came = arrived_entry(entry, found.entry, style)
    return Choice(came, Outcome(Fate.RESTORED, entry.key, origin=found.origin))


def similar_text(message: Message, memory: Memory, style: Style) -> Choice | None:
    """Return a fuzzy entry with the translation of the most similar text, if one is similar enough."""
    found = memory.near(message.key.text)
    return None if found is None else _suggested(message, found, style)


def filled(entry: Entry, memory: Memory, domain: str, style: Style) -> Choice | None:
    """Return an untranslated entry with a suggestion, if there is one."""
    found = memory.exact(entry.key, domain) or memory.near(entry.key.text)
    if found is None:
        return None
    outcome = Outcome(Fate.SUGGESTED, entry.key, _other(found, entry.key.text), origin=found.origin)
    return Choice(filled_entry(entry, found.entry, found.origin, style), outcome)


def _suggested(message: Message, found: Remembered, style: Style) -> Choice:
    entry = suggested_entry(message, found.entry, found.origin, style)
    before = _other(found, message.key.text)
    return Choice(entry, Outcome(Fate.SUGGESTED, message.key, before, origin=found.origin))


def _other(found: Remembered, text: str) -> Previous | None:
    key = found.entry.key
    return None if key.text == text else Previous(key.text, key.context)
