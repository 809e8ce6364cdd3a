"""How the entries that an update writes look: like those that stand in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.catalog.po.wrapping import visible_width
from toolkit.model.catalog import Catalog

_NPLURALS = re.compile(r"\bnplurals\s*=\s*([1-9])\b")
_USUAL_FORMS = 2


@dataclass(frozen=True, slots=True)
class Style:
    """What new lines of a file follow."""

    newline: str = "\n"
    width: int | None = None
    """Columns at which texts are wrapped; ``None``: broken at newlines only."""
    nplurals: int = _USUAL_FORMS

    def forms(self, translations: Sequence[str], plural: str | None) -> tuple[str, ...]:
        """Return translations as the forms that an entry needs: one, or one for each plural form."""
        if plural is None:
            return (next(filter(None, translations), ""),)
        if len(translations) == self.nplurals:
            return tuple(translations)
        return (*translations[: self.nplurals], *[translations[-1]] * (self.nplurals - len(translations)))


def style_of(catalog: Catalog) -> Style:
    """Return the style of a file."""
    found = _NPLURALS.search(catalog.header.get("Plural-Forms", ""))
    nplurals = int(found[1]) if found else _USUAL_FORMS
    return Style(catalog.newline, visible_width(catalog.entries), nplurals)
