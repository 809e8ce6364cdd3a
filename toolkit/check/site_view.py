"""All translations of a locale, as rules look at them that compare files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.catalog import Entry
from toolkit.model.locale import LocaleTag


class Published(NamedTuple):
    """An entry whose translation is published."""

    path: str
    """Its PO file."""
    entry: Entry


@dataclass(frozen=True, slots=True)
class SiteView:
    """What one locale publishes, in the order of its files."""

    locale: LocaleTag
    entries: tuple[Published, ...]
