"""What a page shows where its translation is not complete."""

from __future__ import annotations

from enum import StrEnum


class Fallback(StrEnum):
    """What stands in the place of texts that are not translated, as the configuration spells it."""

    SOURCE = "source"
    """The source text, marked as such."""
    STALE = "stale"
    """The translation of an earlier text, marked, where the text has changed since; else the source text."""
    LAST_GOOD = "last-good"
    """The whole page as it was when it was last translated completely."""
