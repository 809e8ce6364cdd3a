"""Counts of messages by state; tallies add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages of a locale are in which state; the four states are a partition (law 8)."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    withheld: int = 0
    words: int = 0
    """Words of the source text of all messages, each message once."""
    words_left: int = 0
    """Words of the source text in messages that are not translated."""
    blocks: int = 0
    """Places of all messages: a text that stands three times is three blocks."""
    blocks_left: int = 0
    """Places of messages that are not translated."""
    stale: int = 0
    """Fuzzy messages whose earlier translation pages go on showing; they are counted as fuzzy."""
    blocks_stale: int = 0
    """Their places, which ``blocks_left`` counts too."""

    @property
    def blocks_in_source(self) -> int:
        """Places that stand in the source language."""
        return self.blocks_left - self.blocks_stale

    @property
    def total(self) -> int:
        """All messages."""
        return self.translated + self.fuzzy + self.untranslated + self.withheld

    @property
    def ratio(self) -> float:
        """Share translated, 0 to 1; 1 where there is nothing to translate."""
        return self.translated / self.total if self.total else 1.0

    @property
    def percent(self) -> int:
        """Share translated in whole percent, rounded down, so that 100 means all."""
        return self.translated * 100 // self.total if self.total else 100

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.translated + other.translated,
            self.fuzzy + other.fuzzy,
            self.untranslated + other.untranslated,
            self.withheld + other.withheld,
            self.words + other.words,
            self.words_left + other.words_left,
            self.blocks + other.blocks,
            self.blocks_left + other.blocks_left,
            self.stale + other.stale,
            self.blocks_stale + other.blocks_stale,
        )
