"""Which of two translations of a message stands, and whether the other is kept beside it."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from toolkit.catalog.po.edit import folded
from toolkit.catalog.update.marks import is_reason, reasons
from toolkit.model.catalog import Entry


class Rank(IntEnum):
    """How much a translation weighs beside another one."""

    EMPTY = 0
    GUESS = 1
    """A fuzzy text that a program filled in."""
    DRAFT = 2
    """A fuzzy text that a person may have typed."""
    HUMAN = 3


class Settled(NamedTuple):
    """The entry whose translation stands, and the one whose translation becomes a comment, if any."""

    winner: Entry
    noted: Entry | None = None
    conflict: bool = False
    """Whether only a person can decide between the two."""


def settle(base: Entry | None, ours: Entry, theirs: Entry) -> Settled:
    """Return which translation stands; it comes with its fuzzy mark, its reasons and its earlier text.

    A side that changed nothing gives way. Else a human translation beats a fuzzy one, that beats a guess of
    a program, and anything beats none. Equal texts are no conflict, nor is a text that the other side has
    noted already.
    """
    before = None if base is None else _state(base)
    if _state(ours) == _state(theirs) or _state(theirs) == before:
        return Settled(ours)
    if _state(ours) == before:
        return Settled(theirs)
    our_rank, their_rank = rank(base, ours), rank(base, theirs)
    if ours.translations == theirs.translations:
        return Settled(theirs if their_rank > our_rank else ours)
    if _has_noted(ours, theirs):
        return Settled(ours, theirs)
    if _has_noted(theirs, ours):
        return Settled(theirs, ours)
    winner, loser = (theirs, ours) if their_rank > our_rank else (ours, theirs)
    was = None if base is None else base.translations
    if our_rank != their_rank:
        keep = min(our_rank, their_rank) >= Rank.DRAFT and loser.translations != was
        return Settled(winner, loser if keep else None)
    if was in (ours.translations, theirs.translations):
        return Settled(theirs if was == ours.translations else ours)
    if our_rank < Rank.DRAFT:
        return Settled(ours)
    return Settled(ours, theirs, conflict=True)


def rank(base: Entry | None, entry: Entry) -> Rank:
    """Return how much the translation of an entry weighs, given what it was before."""
    if not entry.translated:
        return Rank.EMPTY
    if not entry.fuzzy:
        return Rank.HUMAN
    made = entry.previous is not None or any(is_reason(comment) for comment in entry.comments)
    # A fuzzy text that was there before, and is another one now, was changed by somebody.
    edited = base is not None and base.fuzzy and base.translations != entry.translations
    return Rank.GUESS if made and not edited else Rank.DRAFT


def noted(entry: Entry, other: Entry, newline: str) -> Entry:
    """Return the entry with another's translation as the comment ``other translation: …``."""
    return folded(entry, [replace(other, comments=())], newline)


def _has_noted(entry: Entry, other: Entry) -> bool:
    return other.translated and noted(entry, other, "\n") is entry


def _state(entry: Entry) -> tuple[object, ...]:
    return entry.plural, entry.translations, entry.fuzzy, entry.previous, reasons(entry)
