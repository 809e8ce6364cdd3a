"""What readers may see of the header of a PO file: a date, and names that are really names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from toolkit.catalog.po.header import CREATION_DATE
from toolkit.languages.names import autonym, english_name
from toolkit.model.locale import LocaleTag
from toolkit.model.provenance import Provenance

_BRACKETS = re.compile(r"<[^>]*>?|\(\s*\)")
_ADDRESS = re.compile(r"\S*@\S*|\b(?:https?|mailto):\S*|\bwww\.\S*", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_PLACEHOLDERS = frozenset(
    {"full name", "language", "automatically generated", "automatic", "anonymous", "none", "unknown", "n/a"}
)
"""What ``xgettext``, ``msginit``, Babel and Weblate write where nobody is named."""

_LONGEST = 100
"""Letters of a name; a header can hold anything."""


def provenance_of(header: Mapping[str, str], locale: LocaleTag) -> Provenance:
    """Return what the fields of a header say of where a translation comes from.

    ``Last-Translator`` and ``Language-Team`` are written ``name <address>`` (GNU gettext manual, "Header
    Entry"): the address is left out, and so are placeholders, and a team named only after its language.
    """
    team = _name(header.get("Language-Team", ""))
    language = {locale.gettext, locale.bcp47, english_name(locale), autonym(locale)}
    language |= {english_name(LocaleTag(locale.language)), autonym(LocaleTag(locale.language))}
    if team.casefold() in {name.casefold() for name in language}:
        team = ""
    return Provenance(_day(header.get(CREATION_DATE, "")), _name(header.get("Last-Translator", "")), team)


def _name(value: str) -> str:
    if len(value) > 4 * _LONGEST:
        return ""
    name = _ADDRESS.sub("", _BRACKETS.sub("", value))
    name = " ".join(name.split()).replace(" ,", ",").strip(" ,;")
    real = any(letter.isalpha() for letter in name) and len(name) <= _LONGEST
    return name if real and name.isprintable() and name.casefold() not in _PLACEHOLDERS else ""


def _day(value: str) -> datetime.date | None:
    found = _DATE.match(value)
    try:
        return datetime.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
