"""Counts of messages by state; tallies add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages of a locale are in which state; the four are a partition."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    withheld: int = 0
    words_left: int = 0
    """Words of the source text in messages that are not translated."""

    @property
    def total(self) -> int:
        """All messages."""
        return self.translated + self.fuzzy + self.untranslated + self.withheld

    @property
    def ratio(self) -> float | None:
        """Share translated, 0 to 1; ``None`` where there is nothing to translate."""
        return self.translated / self.total if self.total else None

    @property
    def percent(self) -> int:
        """Share translated in whole percent, rounded down so that 100 means all; 100 of nothing."""
        return self.translated * 100 // self.total if self.total else 100

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.translated + other.translated,
            self.fuzzy + other.fuzzy,
            self.untranslated + other.untranslated,
            self.withheld + other.withheld,
            self.words_left + other.words_left,
        )
