"""What a run of updates is asked to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class UpdateSettings:
    """How catalogs are brought up to their templates."""

    now: str
    """The time for marks, and for headers, as gettext writes it: ``2026-11-22 15:00+0000``."""
    carry: bool = True
    """Whether a mechanical change of a text is made in its translation too, which stays translated."""
    copies: bool = False
    """Whether a copy of a message that is translated elsewhere counts as translated, not as fuzzy."""
    suggest: bool = False
    """Whether untranslated messages that are not new get suggestions too."""
    prune: int | None = None
    """Remove entries that have been obsolete for so many days; 0: all of them."""


@dataclass(frozen=True, slots=True)
class Migration:
    """How the keys of an older segmentation become those of this one, for the texts of one document."""

    earlier: Mapping[MessageKey, MessageKey] = field(hash=False)
    """The older key of a text, by its key now; only those that differ."""
    convert: Callable[[str], str]
    """What turns a translation in the older form into one in the form of now."""
