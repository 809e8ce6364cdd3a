"""Where a translation comes from: who made it, and what it follows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the header of a PO file says of its translation that readers may see."""

    follows: datetime.date | None = None
    """The day on which the messages of the source last changed, as the file knows it."""
    translator: str = ""
    """A name, never an address; empty where the header has none."""
    team: str = ""
    """A name as well; empty where it would only repeat the language."""


UNKNOWN: Final = Provenance()
"""Nothing is known: of a source page, or of a file without a header."""
