"""Messages whose text has changed, with the translation of the text before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from toolkit.catalog.matching.ancestors import find_ancestors
from toolkit.catalog.matching.place import Place, place_of
from toolkit.catalog.update.choice import Choice
from toolkit.catalog.update.new_entry import carried_entry, changed_entry
from toolkit.catalog.update.outcome import Fate, Outcome
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry, Previous
from toolkit.model.message import Message
from toolkit.model.segment import MessageKey


def changed_texts(
    messages: Sequence[Message],
    wanted: Collection[MessageKey],
    active: Mapping[MessageKey, Entry],
    carry: bool,
    style: Style,
) -> dict[MessageKey, Choice]:
    """Return the entries of those messages in ``wanted`` that were another text before.

    ``messages`` are all of the template and ``active`` all entries of the catalog, in order, for what stands
    around a text tells what became of it.
    """
    old = list(active.values())
    usable = [number for number, entry in enumerate(old) if entry.translated]
    if not usable:
        return {}
    numbers = [number for number, message in enumerate(messages) if message.key in wanted]
    places = [place_of(message.key, message.notes, message.references) for message in messages]
    found = find_ancestors([_place(entry) for entry in old], places, usable, numbers)
    return {
        messages[number].key: _changed(messages[number], old[ancestor.index], carry, style)
        for number, ancestor in found.items()
    }


def _place(entry: Entry) -> Place:
    return place_of(entry.key, entry.notes, entry.references)


def _changed(message: Message, ancestor: Entry, carry: bool, style: Style) -> Choice:
    before = Previous(ancestor.key.text, ancestor.key.context, ancestor.plural)
    entry = carried_entry(message, ancestor, style) if carry else None
    if entry is not None:
        return Choice(entry, Outcome(Fate.CARRIED, message.key, before))
    return Choice(changed_entry(message, ancestor, style), Outcome(Fate.CHANGED, message.key, before))
