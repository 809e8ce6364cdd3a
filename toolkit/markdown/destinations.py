"""Where the destination of a link or image stands in the text of an edition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from toolkit.markdown.definition_recording import DEFINITION
from toolkit.markdown.edition import Edition
from toolkit.markdown.link_recording import DESTINATION
from toolkit.markdown.parser import REGIONS
from toolkit.markdown.source_lines import SourceLines, line_starts, source_lines
from toolkit.markdown.table_cells import cell_ranges
from toolkit.model.segment import Span


@dataclass(frozen=True, slots=True)
class Destination:
    """The destination of one link or image of an edition."""

    href: str
    """As it stands in HTML: unescaped and percent-encoded."""
    image: bool
    """Whether the page shows what it leads to, instead of linking to it."""
    token: int
    """Index of the inline token it stands in, in the edition's tokens."""
    span: Span | None
    """Where it is written in the edition's text, pointed brackets included: in the link, or in the
    definition that a reference names, or in the attribute; ``None`` where that cannot be told."""
    attribute: str = ""
    """Name of the attribute that holds it, in raw HTML; empty for a Markdown link or image."""
    element: str = ""
    """Name of the element that has the attribute."""
    tag: Span | None = None
    """Where that element's tag begins in the edition's text, up to the end of its line at most."""
    bare: bool = False
    """Whether the attribute is written without quotes."""


class Destinations:
    """Finds where the destinations of one edition are written; what all of them need is computed once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._lines: SourceLines | None = None
        self._content: str | None = None  # of the last run that was asked about
        self._starts: list[int] = []

    def of(self, token: Token, index: int, content: str) -> Destination:
        """Return the destination of a link or image token in the inline run of ``content``."""
        image = token.type == "image"
        href = str(token.attrs.get("src" if image else "href", ""))
        place = token.meta.get(DESTINATION)
        if isinstance(place, str):
            return Destination(href, image, index, self._definition(place))
        span = self.written(index, content, place) if place else None
        return Destination(href, image, index, span)

    def _definition(self, label: str) -> Span | None:
        references: dict[str, dict[str, Any]] = self._edition.env.get("references", {})
        place = references.get(label, {}).get(DEFINITION)
        if place is None:
            return None
        start, stop, line = place
        shift = self._text().shift(line)
        return start + shift, stop + shift

    def written(self, index: int, content: str, place: Span) -> Span | None:
        """Return where a range, not empty and on one line, of the inline run ``content`` is written.

        ``index`` is that of the run's token; ``None`` where the range cannot be found with certainty.
        """
        tokens = self._edition.tokens
        opening = tokens[index - 1].type
        if opening in ("td_open", "th_open"):
            found = self._in_cell(index, place)
        elif regions := tokens[index].meta.get(REGIONS):
            marks = len(tokens[index - 1].markup) if tokens[index - 1].markup.startswith("#") else 0
            found = self._in_lines(tokens[index], regions, marks, content, place)
        else:
            return None
        if found is None:
            return None
        written, meant = self._edition.text[slice(*found)], content[slice(*place)]
        # Nothing is ever rewritten by a wrong position.
        return found if written.replace("\\|", "|") == meant.replace("\\|", "|") else None

    def _in_lines(
        self, token: Token, regions: Sequence[Span], marks: int, content: str, place: Span
    ) -> Span | None:
        text = self._text().text
        number = 0
        # A whole first line may be of white space that Markdown does not call blank.
        while not text[slice(*regions[number])].strip(MD_TRIM_CHARS):
            number += 1
        if self._content is not content:
            self._content, self._starts = content, line_starts(content)
        before = bisect_right(self._starts, place[0]) - 1
        begin = self._starts[before]
        start, stop = regions[number + before]
        start += marks if before == 0 else 0
        margin = MD_TRIM_CHARS if before == 0 else " \t"
        end = self._starts[before + 1] - 1 if before + 1 < len(self._starts) else len(content)
        start += _margin(text, start, stop, margin) - _margin(content, begin, end, margin)
        start += place[0] - begin
        start += self._text().shift((token.map[0] if token.map else 0) + number + before)
        return start, start + place[1] - place[0]

    def _in_cell(self, index: int, place: Span) -> Span | None:
        tokens = self._edition.tokens
        column = 0
        number = index - 2
        while tokens[number].type != "tr_open":
            column += tokens[number].type == "inline"
            number -= 1
        row = tokens[number]
        start, stop = row.meta[REGIONS][0]
        written = self._text().text[start:stop]
        cell = cell_ranges(written)[column]
        offsets = []  # of each character of the content, in the row
        position = cell[0]
        while position < cell[1]:
            position += written.startswith("\\|", position)
            offsets.append(position)
            position += 1
        shift = start + self._text().shift(row.map[0] if row.map else 0)
        first, last = offsets[place[0]], offsets[place[1] - 1]
        first -= written[first] == "|"  # its backslash belongs to it
        return first + shift, last + 1 + shift

    def _text(self) -> SourceLines:
        if self._lines is None:
            self._lines = source_lines(self._edition.text, self._edition.body)
        return self._lines


def _margin(text: str, start: int, stop: int, characters: str) -> int:
    """Return how many of some characters a stretch of a text begins with."""
    position = start
    while position < stop and text[position] in characters:
        position += 1
    return position - start
