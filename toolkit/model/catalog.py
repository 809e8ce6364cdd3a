"""A PO file as a sequence of entries, each with the exact lines it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.model.segment import MessageKey


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
    plural: bool = False
    """Whether it has a ``msgid_plural``; content has none, so such an entry is kept as it is."""
    notes: tuple[str, ...] = ()
    """The ``#.`` lines without their marker."""
    references: tuple[str, ...] = ()
    """The ``#:`` places, unquoted."""
    comments: tuple[str, ...] = ()
    """The translator's ``#`` lines without their marker."""
    line: int = field(default=0, compare=False)
    """Line of the ``msgid`` keyword in the file, from 1; position is not identity."""
    msgstr_line: int = field(default=0, compare=False)
    """Line of the ``msgstr`` keyword in the file, from 1."""


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
