"""The headings of an article's body, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.markdown.segments import ParsedDocument
from toolkit.model.segment import Segment


class Heading(NamedTuple):
    """A heading that stands in no quote, list or other container."""

    token: int
    """Index of the token that opens it."""
    level: int
    segment: Segment | None
    """Its text; ``None`` where nothing of it is translated."""
    named: bool
    """Whether its author has given it an id."""


def headings(parsed: ParsedDocument) -> Iterator[Heading]:
    """Yield the headings of an article."""
    for index, token in enumerate(parsed.tokens):
        if token.type == "heading_open" and token.level == 0:
            number = parsed.inline.get(index + 1)
            segment = None if number is None else parsed.segments[number]
            yield Heading(index, int(token.tag[1:]), segment, index + 1 in parsed.heading_ids)
