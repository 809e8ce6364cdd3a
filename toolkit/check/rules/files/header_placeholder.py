"""The fields of a header are filled in, or empty; none holds the placeholder of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.catalog_view import CatalogView
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_for, header_lines, hit_in_field
from toolkit.model.finding import Severity

_NAME = "header-placeholder"
# What xgettext, msginit and Babel write for people to replace.
_PLACEHOLDER = re.compile(
    r"(?:PACKAGE|PROJECT) VERSION|YEAR-MO-DA HO:MI\+ZONE|FULL NAME <EMAIL@ADDRESS>|EMAIL@ADDRESS"
    r"|LANGUAGE <LL@li\.org>"
)


def _find(view: CatalogView) -> Iterator[FileHit]:
    header = header_for(_NAME, view.catalog)
    if header is None:
        return
    found = [line for line in header_lines(header) if line.name and _PLACEHOLDER.fullmatch(line.value)]
    if not found:
        return
    names = ", ".join(dict.fromkeys(line.name for line in found))
    are = "a placeholder of its template" if len(found) == 1 else "placeholders of its template"
    yield hit_in_field(header, found[0], f"the header still has {are}: {names}")._replace(subject=names)


RULE = CatalogRule(
    _NAME,
    Severity.INFO,
    "The header has no placeholders of a template",
    "fill in the field, or leave it empty",
    find=_find,
)
