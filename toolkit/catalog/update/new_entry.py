"""The entries that an update writes: empty ones, and those with a translation of another text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.catalog.matching.carry import carried
from toolkit.catalog.po.edit import restored, with_places
from toolkit.catalog.po.text import format_entry
from toolkit.catalog.update.exact import tidied
from toolkit.catalog.update.marks import CHANGED, human_comments, reasons, suggested_from
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry, Previous
from toolkit.model.message import Message


def written(
    message: Message,
    style: Style,
    translations: Sequence[str] = ("",),
    *,
    comments: Sequence[str] = (),
    flags: Sequence[str] = (),
    previous: Previous | None = None,
) -> Entry:
    """Return an entry for a message, in the style of its file."""
    all_flags = tuple(dict.fromkeys([*flags, *(message.flags or ())]))
    forms = style.forms(translations, message.plural)
    raw = format_entry(
        message.key,
        forms[0],
        plural=message.plural,
        forms=forms,
        comments=comments,
        notes=message.notes,
        references=message.references,
        flags=all_flags,
        previous=previous,
        newline=style.newline,
        width=style.width,
    )
    return Entry(
        raw,
        message.key,
        forms[0],
        "fuzzy" in all_flags,
        False,
        message.plural,
        () if message.plural is None else forms,
        message.notes,
        message.references,
        tuple(comments),
        all_flags,
        previous,
    )


def empty_entry(message: Message, style: Style) -> Entry:
    """Return an entry without translation."""
    return written(message, style, comments=message.comments)


def changed_entry(message: Message, ancestor: Entry, style: Style) -> Entry:
    """Return a fuzzy entry with the translation of the text that a message had before.

    What the ancestor was fuzzy for stays true: a text that changes twice is still a suggestion, and still
    shows the text that it is the translation of.
    """
    why = reasons(ancestor) if ancestor.fuzzy else (CHANGED,)
    previous = ancestor.previous if ancestor.fuzzy else None
    previous = previous or Previous(ancestor.key.text, ancestor.key.context, ancestor.plural)
    if (previous.key, previous.plural) == (message.key, message.plural):
        previous = None  # back to the text that the translation was of, before somebody may have worked on it
    return written(
        message,
        style,
        ancestor.translations,
        comments=(*human_comments(ancestor), *why),
        flags=("fuzzy", *_own_flags(ancestor, message)),
        previous=previous,
    )


def carried_entry(message: Message, ancestor: Entry, style: Style) -> Entry | None:
    """Return an entry whose translation changed as mechanically as its text, or nothing where it cannot."""
    if (
        message.plural is not None
        or ancestor.plural is not None
        or message.key.context != ancestor.key.context
    ):
        return None
    translation = carried(ancestor.key.text, message.key.text, ancestor.msgstr)
    if not translation:
        return None
    return written(
        message,
        style,
        (translation,),
        comments=(*human_comments(ancestor), *(reasons(ancestor) if ancestor.fuzzy else ())),
        flags=ancestor.flags if message.flags is None else ("fuzzy",) * ancestor.fuzzy,
        previous=ancestor.previous if ancestor.fuzzy else None,
    )


def suggested_entry(message: Message, source: Entry, origin: str, style: Style) -> Entry:
    """Return a fuzzy entry with the translation of an equal or similar text elsewhere."""
    previous = Previous(source.key.text, source.key.context, source.plural)
    return written(
        message,
        style,
        source.translations,
        comments=(*message.comments, suggested_from(origin)),
        flags=("fuzzy",),
        previous=None if source.key == message.key and source.plural == message.plural else previous,
    )


def copied_entry(message: Message, source: Entry, style: Style) -> Entry:
    """Return a translated entry for a text that is translated elsewhere."""
    return written(message, style, source.translations, comments=message.comments)


def moved_entry(message: Message, source: Entry, style: Style) -> Entry:
    """Return the entry of another file as it is there, for its text has moved here."""
    entry = tidied(restored(source) if source.obsolete else source, style)
    raw = entry.raw.replace("\r\n", "\n").replace("\n", style.newline)
    return with_places(replace(entry, raw=raw, line=0, msgstr_line=0), message, style.newline)


def _own_flags(entry: Entry, message: Message) -> list[str]:
    """Return the flags that a translator or an editor may have set; a template's own are not among them."""
    if message.flags is None:
        return [flag for flag in entry.flags if flag != "fuzzy"]
    return []
