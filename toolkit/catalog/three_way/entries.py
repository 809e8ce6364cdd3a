"""Three versions of one entry made one, field by field where both sides changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from toolkit.catalog.po.edit import without_leading_blank
from toolkit.catalog.three_way.conflict import Conflict
from toolkit.catalog.three_way.lines import merged_lines, with_line_ends
from toolkit.catalog.three_way.rewrite import readable, rewritten
from toolkit.catalog.three_way.settle import Rank, noted, rank, settle
from toolkit.catalog.update.marks import is_reason, is_since, without_marks
from toolkit.model.catalog import Entry

_FUZZY = "fuzzy"


def only_changed(base: Entry | None, ours: Entry, theirs: Entry) -> Entry | None:
    """Return the version of the only side that changed an entry; nothing where both did.

    Where both changed it in the same way, ours comes back; a change of spelling alone gives way to any other.
    """
    for seen in (_raw, _text, _content):
        if seen(ours) == seen(theirs):
            return ours
        if base is not None:
            if seen(theirs) == seen(base):
                return ours
            if seen(ours) == seen(base):
                return theirs
    return None


def left_by_one(base: Entry | None, entry: Entry) -> Entry | None:
    """Return what stays of an entry that only one side has: nothing, if the other removed it rightly.

    That is when this side did not touch it, or only what programs write: places, flags and guesses.
    """
    if base is None:
        return entry
    same = _work(entry) == _work(base)
    return None if same or (rank(base, entry) is Rank.GUESS and not base.translated) else entry


def merged_entry(
    base: Entry | None, ours: Entry, theirs: Entry, newline: str
) -> tuple[Entry, Conflict | None]:
    """Return the entry of two sides that both changed it, and what they could not agree on."""
    settled = settle(base, ours, theirs)
    winner = settled.winner
    obsolete = _state(base, ours, theirs)

    def lines(of: Callable[[Entry], Iterable[str]]) -> tuple[str, ...]:
        return merged_lines(() if base is None else tuple(of(base)), tuple(of(ours)), tuple(of(theirs)))

    comments = [
        *lines(without_marks),
        *[comment for comment in winner.comments if is_reason(comment)],
        *([*_since(ours), *_since(theirs)][:1] if obsolete else []),
    ]
    fuzzy = winner.fuzzy or settled.conflict
    others = [flag for flag in lines(lambda entry: entry.flags) if flag != _FUZZY]
    entry = rewritten(
        winner,
        obsolete=obsolete,
        comments=comments,
        notes=lines(lambda entry: entry.notes),
        references=lines(lambda entry: entry.references),
        flags=[_FUZZY, *others] if fuzzy else others,
        newline=newline,
    )
    if settled.noted is not None:
        entry = readable(noted(entry, settled.noted, newline), newline)
    if settled.conflict:
        return entry, Conflict(entry.key, "msgstr", ours.translations, theirs.translations)
    return entry, None


def in_place_of(ours: Entry, entry: Entry, newline: str) -> Entry:
    """Return an entry as it stands in the place of ours: with the blank lines around it that ours has."""
    if entry is ours:
        return ours
    body = without_leading_blank(entry).raw
    if ours.raw.endswith("\n") and not body.endswith("\n"):
        body += newline
    lead = ours.raw.removesuffix(without_leading_blank(ours).raw)
    return replace(entry, raw=lead + body)


def _state(base: Entry | None, ours: Entry, theirs: Entry) -> bool:
    """Return whether the entry is obsolete: as the side has it that changed that; if new, active wins."""
    if ours.obsolete == theirs.obsolete:
        return ours.obsolete
    return False if base is None else not base.obsolete


def _since(entry: Entry) -> list[str]:
    return [comment for comment in entry.comments if entry.obsolete and is_since(comment)]


def _raw(entry: Entry) -> str:
    return entry.raw


def _text(entry: Entry) -> str:
    return with_line_ends(without_leading_blank(entry).raw, "\n").rstrip(" \t\r\f\v\n")


def _content(entry: Entry) -> Entry:
    return replace(entry, raw="")


def _work(entry: Entry) -> Entry:
    return replace(entry, raw="", notes=(), references=(), flags=())
