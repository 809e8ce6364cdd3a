"""Notes of the toolkit in translator comments, which every program keeps: why fuzzy, since when obsolete."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from toolkit.model.catalog import Entry

CHANGED = "toolkit: changed"
"""The translation is of an earlier text, which ``#|`` shows."""

_SUGGESTED = "toolkit: suggested from "
_DRAFT = "toolkit: machine draft by "
_OBSOLETE = "toolkit: obsolete since "
_OTHER = "other translation: "
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def suggested_from(origin: str) -> str:
    """Return the mark of a translation that stands for another text, in the domain ``origin``."""
    return f"{_SUGGESTED}{origin}"


def obsolete_since(now: str) -> str:
    """Return the mark of an entry that becomes obsolete; ``now`` begins with a date, ``2026-11-22``."""
    return f"{_OBSOLETE}{now[:10]}"


def is_reason(comment: str) -> bool:
    """Tell whether a comment says why an entry is fuzzy."""
    return comment == CHANGED or comment.startswith((_SUGGESTED, _DRAFT))


def is_suggestion(comment: str) -> bool:
    """Tell whether a comment says that the translation is one of another text."""
    return comment.startswith(_SUGGESTED)


def is_since(comment: str) -> bool:
    """Tell whether a comment says since when an entry is obsolete."""
    return comment.startswith(_OBSOLETE)


def reasons(entry: Entry) -> tuple[str, ...]:
    """Return what the comments of an entry say of its being fuzzy."""
    return tuple(comment for comment in entry.comments if is_reason(comment))


def human_comments(entry: Entry) -> tuple[str, ...]:
    """Return the comments that people wrote: neither marks nor the other translations of a message."""
    return tuple(
        comment
        for comment in entry.comments
        if not (is_reason(comment) or is_since(comment) or comment.startswith(_OTHER))
    )


def without_marks(entry: Entry) -> tuple[str, ...]:
    """Return the comments of an entry but for our marks: whatever may not be lost."""
    return tuple(comment for comment in entry.comments if not (is_reason(comment) or is_since(comment)))


def without_own_words(entry: Entry) -> Entry:
    """Return what a person said in an entry, for folding it into another: no marks of ours."""
    return replace(entry, comments=without_marks(entry))


def obsolete_day(entry: Entry) -> date | None:
    """Return the day on which an entry became obsolete, if one is noted."""
    for comment in entry.comments:
        if is_since(comment):
            noted = _DAY.match(comment, len(_OBSOLETE))
            try:
                return date.fromisoformat(noted[0]) if noted else None
            except ValueError:
                return None
    return None
