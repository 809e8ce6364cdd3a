"""The rules by which older versions of the toolkit made messages, for catalogs that still have their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from toolkit.model.document import Document
from toolkit.model.segment import MessageKey, Segment


@dataclass(frozen=True, slots=True)
class EarlierSegmentation:
    """How an older version saw a document, and what its translations are now."""

    segments: Callable[[Document, int], Iterable[Segment]]
    """The segments of a document, with their places in its text; the number limits nesting."""
    convert: Callable[[str], str]
    """A translation in the older form becomes one in the form of now."""


EARLIER: dict[str, EarlierSegmentation] = {}
"""By what the header of a catalog says, ``1; gfm``. Nothing ever leaves this table: catalogs live long."""


def earlier_keys(earlier: Iterable[Segment], now: Iterable[Segment]) -> Mapping[MessageKey, MessageKey]:
    """Return the older key of each text whose key has changed, by its key now.

    Segments are the same text where they cover the same place of the document.
    """
    keys = {segment.region: segment.key for segment in earlier}
    found: dict[MessageKey, MessageKey] = {}
    for segment in now:
        before = keys.get(segment.region)
        if before is not None and before != segment.key:
            found.setdefault(segment.key, before)
    return found
