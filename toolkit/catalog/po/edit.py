"""Changes to the text of a single entry that leave all its other lines as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from toolkit.catalog.po.fields import (
    with_flags,
    with_fuzzy,
    with_msgid_plural,
    with_previous,
    with_translations,
    without_comments,
)
from toolkit.catalog.po.text import escape, format_places
from toolkit.model.catalog import Entry
from toolkit.model.message import Message

__all__ = [
    "folded",
    "obsoleted",
    "restored",
    "starts_blank",
    "with_comments",
    "with_flags",
    "with_fuzzy",
    "with_msgid_plural",
    "with_places",
    "with_previous",
    "with_translations",
    "without_comments",
    "without_leading_blank",
]

_BLANK = " \t\r\f\v"
_LEADING_BLANK = re.compile(r"(?:[ \t\r\f\v]*\n)+")
_PLACES = ("#.", "#:")
_TRANSLATOR = re.compile(r"[ \t\r\f\v]*(?:#~[ \t\r\f\v]*)?#(?![.:,=!|~])")


def obsoleted(entry: Entry) -> Entry:
    """Return the entry with ``#~`` before its texts; notes and places go, the translator's comments stay."""
    return replace(entry, raw=_each_line(entry.raw, _obsolete_line), obsolete=True, notes=(), references=())


def restored(entry: Entry) -> Entry:
    """Return an obsolete entry as an active one without notes and places; flags and comments stay."""
    return replace(entry, raw=_each_line(entry.raw, _active_line), obsolete=False, notes=(), references=())


def with_places(entry: Entry, message: Message, newline: str) -> Entry:
    """Return the entry with the notes and places of the template's message.

    The very same entry comes back where they say the same already: other programs wrap the lines of both
    anew, and sort the places. New lines stand where the first old one stood, else before flags and texts.
    """
    if entry.notes == message.notes and entry.references == message.references:
        return entry
    if _same(entry, message):
        return entry
    written = format_places(message.notes, message.references).replace("\n", _newline(entry, newline))
    place: int | None = None
    lines: list[str] = []
    for line in entry.raw.split("\n"):
        if line.lstrip(_BLANK).startswith(_PLACES):
            place = len(lines) if place is None else place
        else:
            lines.append(line)
    if place is None:
        place = next(number for number, line in enumerate(lines) if not _leads(line))
    raw = "".join([f"{line}\n" for line in lines[:place]]) + written + "\n".join(lines[place:])
    return replace(entry, raw=raw, notes=message.notes, references=message.references)


def with_comments(entry: Entry, comments: Sequence[str], newline: str) -> Entry:
    """Return the entry with further translator comments behind its own; those it has already are left out."""
    known = frozenset(entry.comments)
    further = [comment for comment in dict.fromkeys(comments) if comment not in known]
    if not further:
        return entry
    end = _newline(entry, newline)
    written = "".join([f"# {comment}{end}" if comment else f"#{end}" for comment in further])
    lines = entry.raw.split("\n")
    place = next(number for number, line in enumerate(lines) if line.strip(_BLANK))
    for number, line in enumerate(lines):
        if _TRANSLATOR.match(line):
            place = number + 1
    raw = "".join([f"{line}\n" for line in lines[:place]]) + written + "\n".join(lines[place:])
    return replace(entry, raw=raw, comments=(*entry.comments, *further))


def folded(entry: Entry, others: Sequence[Entry], newline: str) -> Entry:
    """Return the entry with what others of its key say, as comments: gettext knows one entry per key.

    Another translation stands in ``# other translation:``, its line ends escaped.
    """
    comments: list[str] = []
    for other in others:
        comments += other.comments
        if other.plural is not None:
            comments.append(f"other translation: {_texts(other)}")
        elif other.msgstr and other.msgstr != entry.msgstr:
            comments.append(f"other translation: {escape(other.msgstr)}")
    return with_comments(entry, comments, newline)


def starts_blank(entry: Entry) -> bool:
    """Say whether a blank line stands before the entry in its text."""
    return _LEADING_BLANK.match(entry.raw) is not None


def without_leading_blank(entry: Entry) -> Entry:
    """Return the entry without the blank lines before it."""
    return replace(entry, raw=_LEADING_BLANK.sub("", entry.raw, count=1)) if starts_blank(entry) else entry


def _each_line(raw: str, change: Callable[[str], str | None]) -> str:
    # An entry holds no comment behind a text on one line: such a comment begins the next entry.
    lines = [change(line) for line in raw.split("\n")]
    return "\n".join([line for line in lines if line is not None])


def _obsolete_line(line: str) -> str | None:
    content = line.lstrip(_BLANK)
    if content.startswith(_PLACES):
        return None
    if content.startswith("#|"):
        return f"#~{content[1:]}"
    return line if not content or content.startswith("#") else f"#~ {line}"


def _active_line(line: str) -> str | None:
    content = line.lstrip(_BLANK)
    if content.startswith("#~|"):
        return f"#{content[2:]}"
    if content.startswith("#~"):
        content = content[2:].removeprefix(" ")
        line = content
    return None if content.lstrip(_BLANK).startswith(_PLACES) else line


def _texts(entry: Entry) -> str:
    lines = [_active_line(line) or "" for line in entry.raw.split("\n")]
    return " ".join([line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")])


def _leads(line: str) -> bool:
    return not line.strip(_BLANK) or _TRANSLATOR.match(line) is not None


def _newline(entry: Entry, newline: str) -> str:
    if "\r\n" in entry.raw:
        return "\r\n"
    return "\n" if "\n" in entry.raw else newline


def _same(entry: Entry, message: Message) -> bool:
    if "".join("".join(entry.notes).split()) != "".join("".join(message.notes).split()):
        return False
    # gettext before 0.22 takes each word of a name with spaces for a place, and writes equal ones once.
    return _words(entry.references) == _words(message.references)


def _words(places: tuple[str, ...]) -> set[str]:
    return {word for place in places for word in place.split()}
