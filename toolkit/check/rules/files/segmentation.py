"""The messages of a PO file are cut as its article is cut today."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalog.po.header import SEGMENTATION
from toolkit.check.catalog_view import CatalogView
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_field, header_for, hit_in_field
from toolkit.model.finding import Severity

_NAME = "segmentation"


def _find(view: CatalogView) -> Iterator[FileHit]:
    header = header_for(_NAME, view.catalog)
    field = header_field(header, SEGMENTATION) if header is not None and view.segmentation else None
    if header is not None and field is not None and field.value != view.segmentation:
        message = (
            f'the file was made with the segmentation "{field.value[:40]}", and its article has '
            f'"{view.segmentation}" now'
        )
        yield hit_in_field(header, field, message)


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "The messages are cut as the article is cut today",
    "run toolkit extract, which takes the translations over",
    find=_find,
)
