"""A translation beside its source text, with all that a rule may want to know of the two."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.check.glossary.glossary import Glossary
from toolkit.check.text_view import TextView
from toolkit.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers that a project may set for rules."""

    segment_words: int = 150
    """Words from which a source segment is over-long."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a project allows its translations."""

    link_hosts: tuple[str, ...] = ()
    """Hosts that a translation may link to where its source links to one of them: ``*.wikipedia.org``."""
    glossary: Glossary = field(default_factory=Glossary)
    message_length: int = 100_000
    """Characters that a translation may have, however short its source is."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and one translation of it."""

    source: TextView
    translation: TextView
    segment: Segment | None = None
    """Where it stands in its article; ``None`` where only the PO file is known."""
    flags: tuple[str, ...] = ()
    """The entry's flags: ``c-format``, ``max-length:40``; other programs' files have them."""
    allowed: Allowed = field(default_factory=Allowed)
    forms: int = 1
    """How many plural forms the entry has."""

    @property
    def copied(self) -> bool:
        """Whether the translation is its source text."""
        return self.source.text == self.translation.text
