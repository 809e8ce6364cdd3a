"""A PO file has the messages of its article as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalog.po.header import SEGMENTATION
from toolkit.check.catalog_view import CatalogView
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_entry
from toolkit.model.finding import Severity

_NAME = "stale"


def _find(view: CatalogView) -> Iterator[FileHit]:
    if view.template is None:
        return
    header = header_entry(view.catalog)
    if header is not None and _NAME in ignored_rules(header):
        return
    if view.segmentation and view.catalog.header.get(SEGMENTATION, view.segmentation) != view.segmentation:
        return  # then all messages differ, which has one cause and a rule of its own
    wanted = {message.key for message in view.template.messages}
    present = {entry.key for entry in view.catalog.entries if not entry.obsolete and entry.key.text}
    missing, gone = len(wanted - present), len(present - wanted)
    said = []
    if missing:
        said.append(
            "1 message of the article is not in it"
            if missing == 1
            else f"{missing} messages of the article are not in it"
        )
    if gone:
        said.append(
            "1 of its entries is no longer in the article"
            if gone == 1
            else f"{gone} of its entries are no longer in the article"
        )
    if said:
        yield FileHit(f"the file is not up to date: {', and '.join(said)}")


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "A PO file has the messages of its article as it is now",
    "run toolkit extract",
    find=_find,
)
