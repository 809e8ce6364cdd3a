"""What a command does, or would do, to a file."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.catalog.update.outcome import CatalogUpdate, Fate, Outcome


@dataclass(frozen=True, slots=True)
class FileChange:
    """What happens to one file."""

    path: str
    before: bytes | None
    """``None`` where the file does not exist yet."""
    after: bytes | None
    """``None`` where the file goes: the template of a document that is gone."""
    summary: str
    """What happens to its messages: ``2 changed, 1 new, 1 obsolete``."""
    outcomes: tuple[Outcome, ...] = ()
    """What became of each message of a PO file."""
    moved_from: str = ""
    """The path of the file before, where its document has a new name."""


_SHOWN = (
    Fate.MIGRATED,
    Fate.CHANGED,
    Fate.CARRIED,
    Fate.NEW,
    Fate.SUGGESTED,
    Fate.RESTORED,
    Fate.MOVED,
    Fate.GONE,
    Fate.DROPPED,
    Fate.PRUNED,
)


def summary_of(update: CatalogUpdate) -> str:
    """Return the counts of an update in a few words."""
    counts = [(update.count(fate), fate) for fate in _SHOWN]
    return ", ".join(f"{count:,} {fate}" for count, fate in counts if count) or "comments or references"


def count_of(messages: int) -> str:
    """Return a number of messages in words."""
    return "1 message" if messages == 1 else f"{messages:,} messages"
