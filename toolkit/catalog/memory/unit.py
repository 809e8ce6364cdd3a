"""A text with its translations, as programs exchange it."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.locale import LocaleTag


@dataclass(frozen=True, slots=True)
class Unit:
    """One text, and what it is in other languages; TMX calls it a translation unit."""

    source: str
    targets: tuple[tuple[LocaleTag, str], ...]
    """The translations in order; a language may have several."""
    context: str | None = None
    """The ``msgctxt``; never empty."""
    domain: str = ""
    """The domain that the text stands in, or empty where none is known."""
