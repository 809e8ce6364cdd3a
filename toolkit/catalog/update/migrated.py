"""The translation of a text whose key a newer segmentation writes in another form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.catalog.po.edit import folded
from toolkit.catalog.update.marks import reasons, without_marks
from toolkit.catalog.update.new_entry import written
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry
from toolkit.model.message import Message
from toolkit.model.segment import MessageKey


def migrated_entry(
    message: Message,
    active: Entry | None,
    earlier_entries: Sequence[Entry],
    earlier: MessageKey,
    convert: Callable[[str], str],
    style: Style,
) -> Entry | None:
    """Return a translated entry for a message that had the key ``earlier``, or nothing where none is needed.

    ``earlier_entries`` are those that the file has under that key. Where another program has merged the file
    with the new template already, the translation stands in a fuzzy entry whose earlier text says so; what
    was fuzzy before stays fuzzy.
    """
    if active is not None and active.translated and not active.fuzzy:
        return None
    found = [entry for entry in earlier_entries if entry.translated]
    if found:
        source = max(found, key=lambda entry: not entry.fuzzy)
        fuzzy = source.fuzzy
        previous = source.previous if fuzzy else None
    elif (
        active is not None and active.fuzzy and active.previous is not None and active.previous.key == earlier
    ):
        source, fuzzy, previous = active, False, None
    else:
        return None
    entry = written(
        message,
        style,
        [convert(text) for text in source.translations],
        comments=(*without_marks(source), *(reasons(source) if fuzzy else ())),
        flags=("fuzzy",) if fuzzy else (),
        previous=previous,
    )
    others = [other for other in [*found, active] if other is not None and other is not source]
    return folded(entry, [other for other in others if not reasons(other)], style.newline)
