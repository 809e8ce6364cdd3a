"""Which translations would change the code blocks of a document that they stand in."""

from __future__ import annotations

from collections.abc import Container, Mapping

from toolkit.markdown.code_text import misfits_in_code
from toolkit.markdown.placement.placement import Placement
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.segment import MessageKey


def misfits_in_blocks(
    parsed: ParsedDocument, places: Mapping[int, Placement], refused: Container[MessageKey]
) -> frozenset[int]:
    """Return the numbers of the segments whose placements change the code around them."""
    found: set[int] = set()
    for index, embedded in parsed.embedded.items():
        token = parsed.tokens[index]
        if token.type == "fence":
            lines = {
                number: tuple(places[number].content.split("\n"))
                for number in dict.fromkeys(number for number, _ in embedded)
                if number in places and parsed.segments[number].key not in refused
            }
            found |= misfits_in_code(token.info.strip(), token.content, embedded, lines)
    return frozenset(found)
