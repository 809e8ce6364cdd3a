"""The translation of a text whose key a newer segmentation writes in another form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.catalog.po.edit import folded
from toolkit.catalog.update.marks import reasons, without_marks, without_own_words
from toolkit.catalog.update.new_entry import written
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry
from toolkit.model.message import Message
from toolkit.model.segment import MessageKey


def migrated_entry(
    message: Message,
    now: Sequence[Entry],
    before: Sequence[Entry],
    earlier: MessageKey,
    convert: Callable[[str], str],
    style: Style,
) -> Entry | None:
    """Return a translated entry for a message that had the key ``earlier``, or nothing where none is needed.

    ``now`` are the entries that the file has under the key of now, the active one last, and ``before`` those
    under the earlier one; what is not taken is folded in. Where another program has merged the file with the
    new template already, the translation stands in a fuzzy entry whose earlier text says so; what was fuzzy
    before stays fuzzy.
    """
    if any(entry.translated and not entry.fuzzy for entry in now):
        return None
    found = [entry for entry in before if entry.translated]
    merged = [entry for entry in now if entry.previous is not None and entry.previous.key == earlier]
    if found:
        source = max(found, key=lambda entry: not entry.fuzzy)
        fuzzy = source.fuzzy
    elif merged:
        source, fuzzy = merged[-1], False
    else:
        return None
    entry = written(
        message,
        style,
        [convert(text) for text in source.translations],
        comments=(*without_marks(source), *(reasons(source) if fuzzy else ())),
        flags=[flag for flag in source.flags if fuzzy or flag != "fuzzy"],
        previous=source.previous if fuzzy else None,
    )
    others = [other for other in [*before, *now] if other is not source]
    return folded(entry, [without_own_words(other) for other in others], style.newline)
