"""Messages of a template, and the states a message of a locale can be in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.segment import MessageKey


class State(StrEnum):
    """What becomes of a message in a locale; exactly one of these (law 8)."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a template: all places of one text in one context."""

    key: MessageKey
    notes: tuple[str, ...]
    """The ``#.`` lines without their marker: kind and heading, then the author's comment."""
    references: tuple[str, ...]
    """The ``#:`` places: ``source/a.md``, or ``source/a.md:12`` where lines are asked for."""
    plural: str | None = None
    """The ``msgid_plural``, which only templates of other extractors have."""
    flags: tuple[str, ...] | None = None
    """What ``#,`` lists; ``None``, as in our own templates: flags are the catalog's affair."""
    comments: tuple[str, ...] = ()
    """The ``#`` lines of another extractor's template, which a new entry starts with."""


@dataclass(frozen=True, slots=True)
class Template:
    """The messages of one domain in document order; each key occurs once."""

    domain: str
    messages: tuple[Message, ...]
    segmentation: str
    """Version and dialect of the form of the messages: ``1; gfm``; empty for another extractor's."""
    created: str = ""
    """The date in its header, as gettext writes it; empty where it has no file yet."""
