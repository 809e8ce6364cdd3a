"""A project's terms: how each is translated in a locale, and how it must not be."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one locale."""

    terms: tuple[Term, ...] = ()
