"""A project's terms: how each is translated in a locale, and how it must not be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from toolkit.check.glossary.phrase_index import Phrase, PhraseIndex
from toolkit.check.text_view import TextView


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the source language and what it becomes in one locale."""

    source: str
    translations: tuple[str, ...] = ()
    """Any of these is right; empty where the term stays as it is (``keep``)."""
    forbidden: tuple[str, ...] = ()
    """Variants that readers should not meet."""
    keep: bool = False
    """Whether the term stays as it is: a name, a code."""
    note: str = ""
    """What the glossary says about it to translators."""
    case: bool = False
    """Whether its capitals tell it from another word: ``Go``. Those within a word always do: ``MSC``."""


class TermUse(NamedTuple):
    """A place at which a source text uses a term."""

    term: Term
    start: int
    stop: int


@dataclass(frozen=True)
class Glossary:
    """The terms of one locale."""

    terms: tuple[Term, ...] = ()

    def uses(self, source: TextView) -> tuple[TermUse, ...]:
        """Return where the prose of a source text uses terms; the longest term counts, and none overlaps.

        Ask for it by ``source.of(glossary.uses)``: then a text is searched once for all rules.
        """
        if not self.terms:
            return ()
        index = self._english if source.locale.language == "en" else self._other
        return tuple(TermUse(self.terms[use.number], use.start, use.stop) for use in index.uses(source.prose))

    @cached_property
    def _english(self) -> PhraseIndex:
        return PhraseIndex(self._phrases, english=True)

    @cached_property
    def _other(self) -> PhraseIndex:
        return PhraseIndex(self._phrases, english=False)

    @property
    def _phrases(self) -> tuple[Phrase, ...]:
        # What stays as it is is a name, and names have their capitals: "Rust" is no rust.
        return tuple(Phrase(term.source, term.case or term.keep) for term in self.terms)
