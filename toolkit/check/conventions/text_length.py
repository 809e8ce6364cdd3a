"""How long a text becomes in a script."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from toolkit.languages.scripts import script
from toolkit.model.locale import LocaleTag

_DENSITY: Final = {
    "Jpan": 0.5,
    "Hans": 0.34,
    "Hant": 0.34,
    "Hani": 0.34,
    "Kore": 0.55,
    "Hebr": 0.8,
    "Arab": 0.9,
    "Thai": 0.95,
    "Ethi": 0.7,
}
"""Characters for one of a Latin text, estimated; 1 where nothing is said."""


@lru_cache(maxsize=256)
def density(locale: LocaleTag) -> float:
    """Return how many characters a text takes in a locale for each of an English text."""
    return _DENSITY.get(script(locale), 1.0)
