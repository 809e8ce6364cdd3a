"""What a rule is: a stable name, how much it matters, and what finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.check.catalog_view import CatalogView
from toolkit.check.document_view import DocumentView
from toolkit.check.pair import Pair
from toolkit.check.site_view import SiteView
from toolkit.model.catalog import Entry
from toolkit.model.finding import Severity


class Side(StrEnum):
    """Which text of an entry a piece stands in."""

    SOURCE = "msgid"
    TRANSLATION = "msgstr"


class Hit(NamedTuple):
    """What a rule found in a translation."""

    message: str
    """What is wrong, in a translator's words, without a full stop."""
    start: int = 0
    stop: int = 0
    """The offending piece as offsets in the text; equal where it is the whole, or something missing."""
    side: Side = Side.TRANSLATION
    hint: str = ""
    """How to mend this very thing; empty: the rule's advice."""
    fix: str | None = None
    """What would mend it in place of the piece without anybody having to think; ``None``: a human must."""


class FileHit(NamedTuple):
    """What a rule found in a file: a PO file, or an article."""

    message: str
    line: int = 0
    """From 1; 0 where it is the file as a whole."""
    column: int = 0
    length: int = 0
    """Characters of the offending piece, from the column on; 0 where there is none to show."""
    hint: str = ""
    subject: str = ""
    """The msgid or the text that it is about, which tells two findings apart when lines move."""


class SiteHit(NamedTuple):
    """What a rule found by looking at several files of a project together."""

    message: str
    path: str
    """The PO file in which it is to be mended."""
    entry: Entry
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what its findings are called, and how they are treated unless a project says otherwise."""

    name: str
    """Lower-case words with dashes; part of the interface, never changed."""
    severity: Severity
    """An error withholds the translation from all editions; a warning and an info only tell."""
    summary: str
    """What it asks for, in one line: ``Numbers and units are those of the source``."""
    advice: str = ""
    """How to mend it, where a hit does not say."""
    guard: bool = False
    """Whether it protects readers or the page: always an error, and no PO file can switch it off."""


@dataclass(frozen=True, slots=True)
class EntryRule(Rule):
    """A rule that looks at one translation and its source text."""

    find: Callable[[Pair], Iterable[Hit]] = lambda _: ()
    markdown_only: bool = False
    """Whether it speaks of inline Markdown, and not of plain text: front matter, attributes, code."""
    copies: bool = False
    """Whether it also looks at a translation that is the source text, copied."""


@dataclass(frozen=True, slots=True)
class VerifiedRule(Rule):
    """A rule that assembling itself holds: whether the page keeps its structure with the translation."""


@dataclass(frozen=True, slots=True)
class CatalogRule(Rule):
    """A rule that looks at a PO file as a whole."""

    find: Callable[[CatalogView], Iterable[FileHit]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class DocumentRule(Rule):
    """A rule that looks at an article: advice to its author."""

    find: Callable[[DocumentView], Iterable[FileHit]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class SiteRule(Rule):
    """A rule that looks at all translations of a locale together."""

    find: Callable[[SiteView], Iterable[SiteHit]] = lambda _: ()
