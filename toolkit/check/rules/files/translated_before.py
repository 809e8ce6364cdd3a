"""A text that was translated before is not left untranslated."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.catalog_view import CatalogView
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.model.finding import Severity

_NAME = "translated-before"
_SHOWN = 60


def _find(view: CatalogView) -> Iterator[FileHit]:
    entries = view.catalog.entries
    before = {
        entry.key.text: entry
        for entry in entries
        if entry.obsolete and not entry.fuzzy and entry.translated and entry.key.text
    }
    if not before:
        return
    for entry in entries:
        earlier = None if entry.obsolete else before.get(entry.key.text)
        if earlier is None or entry.translated or _NAME in ignored_rules(entry):
            continue
        text = earlier.translations[0] or next(filter(None, earlier.translations))
        shown = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
        message = f'the text was translated before as "{shown}", in the obsolete entry of line {earlier.line}'
        yield FileHit(message, entry.msgstr_line, 1, 0, "", entry.key.text)


RULE = CatalogRule(
    _NAME,
    Severity.INFO,
    "A text that was translated before is not left untranslated",
    "run toolkit extract, which brings the translation back, or copy it",
    find=_find,
)
