"""What a rendering needs beside the tokens: languages, words, and where links lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.markdown.destinations import Destination
from toolkit.markdown.embedded_marks import EmbeddedMark
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.stale_marks import StaleMark


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads on the page."""

    href: str
    language: str = ""
    """BCP 47 tag of the page it leads to, where that is not the page's own language."""


def _unchanged(destination: Destination) -> Target:
    return Target(destination.href)


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """What a rendering needs beside the tokens."""

    heading_ids: Sequence[str] = ()
    """One per heading, in document order."""
    foreign: Language | None = None
    """The source language, where blocks that are not translated must say so."""
    translated: frozenset[int] = frozenset()
    """Indexes of inline tokens whose text is in the page's language."""
    waiting: frozenset[int] = frozenset()
    """Indexes of inline tokens that a translator has yet to do: they are marked for the eye too."""
    stale: Mapping[int, StaleMark] = field(default_factory=dict, hash=False)
    """Those of translated tokens whose text translates an earlier source text, and what to say of it."""
    ids: Mapping[int, str] = field(default_factory=dict, hash=False)
    """By index of an inline token: the id that its block gets, if it has none."""
    embedded: Mapping[int, tuple[EmbeddedMark, ...]] = field(default_factory=dict, hash=False)
    """By index of a block of raw HTML or of code: the texts in it that are not up to date, in order."""
    target: Callable[[Destination], Target] = _unchanged
    """From the destination of a link or image in the document to the one on the page."""
    words: PageWords = field(default_factory=PageWords)
    highlight_code: bool = False
    """Whether fenced code in a language that is known gets classes to colour it by."""
