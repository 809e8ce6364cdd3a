"""No mark of Markdown stands as text in a translation where its source has markup."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.markup_facts import left_markup
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_MARKS = "*_~`]］】＊"


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if not any(mark in text for mark in _MARKS) or not any(mark in pair.source.text for mark in "*_~`]"):
        return
    if left := left_markup(pair):
        mark, place = left
        yield Hit(f'"{mark}" stays in the text, where the source has markup', *place)


RULE = EntryRule(
    "markup-left",
    Severity.WARNING,
    "Marks of Markdown are read as markup, as in the source",
    "write the mark as in the source: next to the word, without spaces within, and in pairs",
    find=_find,
    markdown_only=True,
)
