"""What an update made of a message, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.catalog.matching.change import Change, classify
from toolkit.model.catalog import Catalog, Previous
from toolkit.model.segment import MessageKey


class Fate(StrEnum):
    """What became of a message; those of the template have one of the first eight."""

    KEPT = "kept"
    MOVED = "moved"
    """Kept, at another place among the messages that were there before."""
    RESTORED = "restored"
    """It was obsolete, here or elsewhere, or has moved here from another document."""
    CARRIED = "carried over"
    """The text changed mechanically, and the translation with it."""
    CHANGED = "changed"
    """Fuzzy now: the translation is of the text before."""
    SUGGESTED = "suggested"
    """Fuzzy, with the translation of an equal or similar text elsewhere."""
    NEW = "new"
    """Without any translation to offer."""
    MIGRATED = "migrated"
    """Kept, under the key that a newer segmentation gives its text."""
    GONE = "obsolete"
    """It was active, no message comes from it, and it is kept as an obsolete entry."""
    DROPPED = "dropped"
    """It was active and held nothing that a person wrote."""
    PRUNED = "pruned"
    """An obsolete entry that was asked to go."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one message."""

    fate: Fate
    key: MessageKey
    previous: Previous | None = None
    """The text that its translation belongs to, where it is another one."""
    origin: str = ""
    """The domain that the translation comes from, where it is another one."""

    @property
    def change(self) -> Change | None:
        """In what the text differs from the one it had before; none where only the context does."""
        if self.previous is None or self.previous.text == self.key.text:
            return None
        # Found out when it is asked for: a summary shows a few of many.
        return classify(self.previous.text, self.key.text)


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """An updated catalog, and what became of its messages."""

    catalog: Catalog
    """The very catalog that was given, where nothing changed."""
    outcomes: tuple[Outcome, ...]
    """One for each message of the template in its order, then those of entries that went."""
    changed: bool
    """Whether the file differs from what it was."""

    def count(self, *fates: Fate) -> int:
        """Return how many messages had one of these fates."""
        return sum(outcome.fate in fates for outcome in self.outcomes)

    def keys(self, *fates: Fate) -> tuple[MessageKey, ...]:
        """Return the keys of the messages that had one of these fates."""
        return tuple(outcome.key for outcome in self.outcomes if outcome.fate in fates)
