"""The marks of texts within blocks of raw HTML and of code that are not up to date."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from toolkit.markdown.stale_marks import StaleMark
from toolkit.model.segment import Span


@dataclass(frozen=True, slots=True)
class EmbeddedMark:
    """A text within a block that waits for its translation, or translates an earlier source text."""

    spans: tuple[Span, ...]
    """Its ranges in the content of the block: in code, one for each line."""
    id: str
    stale: StaleMark | None = None
    """What changed; ``None`` for a text that stands in the source language."""

    def attributes(self, foreign: str, *, title: bool = True) -> str:
        """Return the attributes of an element that holds the text and nothing else, but for its id.

        ``foreign`` are the attributes of the source language, where it has to be said; ``title``: say what
        changed.
        """
        if self.stale is None:
            return f'{foreign} class="untranslated"'
        return ' class="stale"' + (f' title="{escape(self.stale.title)}"' if title else "")
