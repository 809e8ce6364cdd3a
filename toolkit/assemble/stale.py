"""Whether a fuzzy entry holds the translation of an earlier text, which a page may go on showing."""

from __future__ import annotations

from toolkit.catalog.update.marks import CHANGED, reasons
from toolkit.model.catalog import Entry


def earlier_text(entry: Entry) -> str | None:
    """Return the text that a fuzzy entry is the translation of; ``None`` unless it only changed since.

    Fuzzy for another reason, also besides, are suggestions, machine drafts, and what a person or another
    program doubts: nobody ever called those a translation (DESIGN.md, "fuzzy").  An entry without ``#|``
    cannot show what changed.
    """
    if not entry.fuzzy or entry.previous is None or reasons(entry) != (CHANGED,):
        return None
    return entry.previous.text
