"""A PO file as a sequence of entries, each with the exact lines it was read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.segment import MessageKey


class Previous(NamedTuple):
    """What a fuzzy entry is the translation of: the texts of its ``#|`` lines."""

    text: str
    context: str | None = None
    plural: str | None = None

    @property
    def key(self) -> MessageKey:
        """The key that the entry had then."""
        return MessageKey(self.context, self.text)


class Lead(NamedTuple):
    """What the comment lines of an entry say: the fields of the same names."""

    notes: tuple[str, ...]
    references: tuple[str, ...]
    comments: tuple[str, ...]
    flags: tuple[str, ...]
    previous: Previous | None = None


class LateReaders(NamedTuple):
    """What reads the fields of an entry from its raw text when they are first asked for."""

    msgstr: Callable[[str], str]
    lead: Callable[[str], Lead]


class _Unread:
    # A base of its own, for a dataclass with slots has none beside its fields.
    __slots__ = ("_late",)


@dataclass(frozen=True, slots=True)
class Entry(_Unread):
    """One entry of a PO file: what it says, and the exact text that says it.

    The translation and the comment lines of an entry from ``unread_entry`` are read when they are first
    asked for; nothing else tells it from any other.
    """

    raw: str
    """Every character of the entry, comments and blank lines before it and all line endings included."""
    key: MessageKey
    """``msgctxt`` and ``msgid``, unescaped; the header's text is empty."""
    msgstr: str
    """The translation, unescaped; of a plural entry its first form."""
    fuzzy: bool = False
    obsolete: bool = False
    plural: str | None = None
    """The ``msgid_plural``; content has none, other programs' files do."""
    forms: tuple[str, ...] = ()
    """All forms of a plural entry, ``msgstr[0]`` first; empty in any other."""
    notes: tuple[str, ...] = ()
    """The ``#.`` lines without their marker."""
    references: tuple[str, ...] = ()
    """The ``#:`` places, unquoted."""
    comments: tuple[str, ...] = ()
    """The translator's ``#`` lines without their marker."""
    flags: tuple[str, ...] = ()
    """What the ``#,`` and ``#=`` lines list, ``fuzzy`` included."""
    previous: Previous | None = None
    """The ``#|`` lines, where they hold a msgid."""
    line: int = field(default=0, compare=False)
    """Line of the ``msgid`` keyword in the file, from 1; position is not identity."""
    msgstr_line: int = field(default=0, compare=False)
    """Line of the ``msgstr`` keyword in the file, from 1."""

    @property
    def translations(self) -> tuple[str, ...]:
        """What the entry translates to: its forms, or its one ``msgstr``."""
        return self.forms if self.plural is not None else (self.msgstr,)

    @property
    def translated(self) -> bool:
        """Whether any of its translations holds text; a fuzzy one counts."""
        return any(self.translations)

    def __reduce__(self) -> tuple[Callable[..., Entry], tuple[object, ...]]:
        """Pickle without reading: fields that nobody has asked for are read from the raw text later."""
        late = getattr(self, "_late", None)
        if late is not None:
            return unread_entry, (self.raw, self.key, self.fuzzy, self.line, self.msgstr_line, late)
        return Entry, tuple(getattr(self, one.name) for one in fields(Entry))

    if not TYPE_CHECKING:  # a type checker would take every misspelt name for a field

        def __getattr__(self, name: str) -> object:
            if name == "msgstr":
                msgstr = self._late.msgstr(self.raw)
                _set_msgstr(self, msgstr)
                return msgstr
            if name not in Lead._fields:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            lead = self._late.lead(self.raw)
            for place, value in zip(_LEAD_PLACES, lead, strict=True):
                place(self, value)
            return getattr(lead, name)


def _place(name: str) -> Callable[[Entry, object], None]:
    place: Callable[[Entry, object], None] = getattr(Entry, name).__set__
    return place


_LEAD_PLACES = [_place(name) for name in Lead._fields]
_set_raw, _set_key, _set_msgstr = _place("raw"), _place("key"), _place("msgstr")
_set_fuzzy, _set_obsolete = _place("fuzzy"), _place("obsolete")
_set_plural, _set_forms = _place("plural"), _place("forms")
_set_line, _set_msgstr_line, _set_late = _place("line"), _place("msgstr_line"), _place("_late")


def unread_entry(
    raw: str, key: MessageKey, fuzzy: bool, line: int, msgstr_line: int, late: LateReaders
) -> Entry:
    """Return an active entry without plural whose other fields are read from ``raw`` when asked for.

    A file of 50,000 entries is read in half the time where nobody asks for them.
    """
    entry = _new(Entry)
    _set_raw(entry, raw)
    _set_key(entry, key)
    _set_fuzzy(entry, fuzzy)
    _set_obsolete(entry, False)
    _set_plural(entry, None)
    _set_forms(entry, ())
    _set_line(entry, line)
    _set_msgstr_line(entry, msgstr_line)
    _set_late(entry, late)
    return entry


_new = object.__new__


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file: byte order mark, entries in file order (the header among them), and what follows."""

    path: str
    entries: tuple[Entry, ...] = ()
    bom: bool = False
    tail: str = ""
    """What stands after the last entry: trailing comments and blank lines."""
    newline: str = "\n"
    """The line ending that new entries of this file get."""
    header: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Header fields by name as the file spells them; carried, never trusted."""
