"""An article as rules look at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.check.pair import Limits
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.locale import LocaleTag


@dataclass(frozen=True, slots=True)
class DocumentView:
    """An article, parsed, and what the project says of its language."""

    parsed: ParsedDocument
    locale: LocaleTag
    """The language that it is written in."""
    limits: Limits = field(default_factory=Limits)
