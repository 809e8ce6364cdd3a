"""What becomes of pages whose translation is not complete, as lines that ``build`` and ``status`` print."""

from __future__ import annotations

import datetime

from toolkit.model.locale import LocaleTag


def held_back_line(name: str, locale: LocaleTag, reason: str) -> str:
    """Return the line of a page that is not published, with why."""
    return f"Held back: {name} in {locale.bcp47} ({reason})"


def as_of_line(name: str, locale: LocaleTag, day: datetime.date) -> str:
    """Return the line of a page that shows an earlier text, with the day since when it was so."""
    return f"Shown as of {day.isoformat()}: {name} in {locale.bcp47}"
