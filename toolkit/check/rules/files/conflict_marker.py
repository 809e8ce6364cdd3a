"""A translation holds no mark of two versions that nobody has chosen from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

# What git and what msgcat write; a line "=======" alone is also a heading of other markup.
_MARKER = re.compile(r"(?<!\S)(?:<{7}(?= \S)|>{7}(?= \S)|\|{7}(?= [0-9a-f]{7}))|#-#-#-#-#")


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if not ("<<<<<<<" in text or ">>>>>>>" in text or "|||||||" in text or "#-#-#" in text):
        return
    found = _MARKER.search(text)
    if found and not _MARKER.search(pair.source.text):
        message = f'"{found[0]}" marks two versions of the translation that were merged and not chosen from'
        yield Hit(message, *found.span())


RULE = EntryRule(
    "conflict-marker",
    Severity.ERROR,
    "A translation holds no marks of a merge conflict",
    "keep one of the two versions, and delete the marks and the other one",
    find=_find,
)
