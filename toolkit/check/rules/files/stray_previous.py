"""Only a fuzzy entry shows an earlier source text."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalog.po.positions import entry_lines
from toolkit.check.catalog_view import CatalogView
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.model.finding import Severity

_NAME = "stray-previous"


def _find(view: CatalogView) -> Iterator[FileHit]:
    for entry in view.catalog.entries:
        if "#|" not in entry.raw or entry.fuzzy or entry.obsolete or entry.previous is None:
            continue
        if _NAME not in ignored_rules(entry):
            line = next((n for text, n in entry_lines(entry) if text.lstrip().startswith("#|")), entry.line)
            message = "the entry shows an earlier source text (#|), but is not fuzzy"
            yield FileHit(message, line, 1, 0, "", entry.key.text)


RULE = CatalogRule(
    _NAME,
    Severity.INFO,
    "Only a fuzzy entry shows an earlier source text",
    "delete the lines that begin with #|, or mark the entry as fuzzy if it needs work",
    find=_find,
)
