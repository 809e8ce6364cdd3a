"""What a parser must find in the tokens of an edition where translations were put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from toolkit.markdown.message_text import heading_attributes
from toolkit.markdown.placement.placement import Placement
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.splice import splice
from toolkit.model.segment import Span


def expected_contents(parsed: ParsedDocument, places: Mapping[int, Placement]) -> dict[int, str]:
    """Return the content of each token that holds a placement, by the token's index.

    ``places`` maps numbers of segments of the document to what is put there.
    """
    found = {}
    for index, number in parsed.inline.items():
        if number in places:
            found[index] = _content(parsed, index, places[number])
    for index, embedded in parsed.embedded.items():
        edits = [
            (span, text)
            for number, group in groupby(embedded, key=lambda piece: piece[0])
            if number in places
            for (_, span), text in zip(group, _contents(parsed, number, places[number]), strict=True)
        ]
        if edits:
            found[index] = splice(parsed.tokens[index].content, edits)
    return found


def expected_titles(parsed: ParsedDocument, places: Mapping[int, Placement]) -> dict[str, str]:
    """Return the title of each definition whose title holds a placement, by the definition's label."""
    return {label: places[number].content for label, number in parsed.titles.items() if number in places}


def embedded_places(
    parsed: ParsedDocument, places: Mapping[int, Placement]
) -> dict[int, tuple[tuple[int, Span], ...]]:
    """Return what ``ParsedDocument.embedded`` says, of the contents that ``expected_contents`` describes."""
    found = {}
    for index, embedded in parsed.embedded.items():
        moved: list[tuple[int, Span]] = []
        shift = 0
        for number, group in groupby(embedded, key=lambda piece: piece[0]):
            spans = [span for _, span in group]
            if number in places:
                lengths = [len(text) for text in _contents(parsed, number, places[number])]
            else:
                lengths = [stop - start for start, stop in spans]
            for (start, stop), length in zip(spans, lengths, strict=True):
                moved.append((number, (start + shift, start + shift + length)))
                shift += length - (stop - start)
        found[index] = tuple(moved)
    return found


def _contents(parsed: ParsedDocument, number: int, placement: Placement) -> Sequence[str]:
    """Return what stands in each range of an embedded segment: in code each line has one."""
    in_code = parsed.segments[number].encoding.in_code
    return placement.content.split("\n") if in_code else (placement.content,)


def _content(parsed: ParsedDocument, index: int, placement: Placement) -> str:
    """Return what the parser must find in an inline token: a heading's attributes follow its text."""
    if parsed.tokens[index - 1].type != "heading_open":
        return placement.content
    old = parsed.tokens[index].content
    return placement.content + old[heading_attributes(old)[0] :]
