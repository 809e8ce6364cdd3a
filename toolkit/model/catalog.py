"""A PO file as a sequence of entries, each with the exact lines it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a PO file: what it says, and the exact text that says it."""

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
