"""Marks that stand apart from the word before them."""

from __future__ import annotations

from typing import Final

from toolkit.model.locale import LocaleTag

_NARROW, _WIDE = "\u202f", "\u00a0"
_FRANCE: Final = {";": _NARROW, "!": _NARROW, "?": _NARROW, ":": _WIDE, "»": _WIDE}
_CANADA: Final = {":": _WIDE, "»": _WIDE}
_SWITZERLAND: Final[dict[str, str]] = {}

_BY_LOCALE: Final = {"fr": _FRANCE, "fr_CA": _CANADA, "fr_CH": _SWITZERLAND, "br": _FRANCE}
"""Space before each mark: Imprimerie nationale, « Lexique des règles typographiques »; for Canada the
Office québécois de la langue française.  Swiss printers set thin spaces or none, so nothing is asked."""


def spaced_marks(locale: LocaleTag) -> dict[str, str]:
    """Return the marks that a no-break space comes before in a locale, and which; empty for most."""
    if locale.language not in ("fr", "br"):
        return {}
    return _BY_LOCALE.get(f"{locale.language}_{locale.territory}") or (
        _BY_LOCALE[locale.language] if locale.territory != "CH" else {}
    )
