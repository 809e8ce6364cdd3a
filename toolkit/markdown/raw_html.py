"""The raw HTML of an edition, with its addresses pointed to where they lead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from markdown_it.token import Token

from toolkit.markdown.destinations import Destination, Destinations
from toolkit.markdown.edition import Edition
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.link_recording import DESTINATION
from toolkit.markdown.raw_destinations import RawDestination, attribute_text, raw_destinations, raw_ids
from toolkit.markdown.render_settings import Target
from toolkit.markdown.source_lines import SourceLines, line_starts, source_lines
from toolkit.markdown.splice import splice
from toolkit.model.segment import Span

_ADDRESS = re.compile(r"(?:src|srcset|href|poster|data)[\t\n\f\r ]*=", re.IGNORECASE)
_LINKS = frozenset({"a", "area", "link"})
"""The elements that have an attribute ``hreflang``."""

_Places = Callable[[Span], Span | None]

Edit = tuple[Span, str]
"""A range of some HTML, and what takes its place."""


class RawHtml:
    """Asks for each address in the raw HTML of an edition, and writes the answers into it."""

    def __init__(
        self, edition: Edition, destinations: Destinations, target: Callable[[Destination], Target]
    ) -> None:
        self._edition = edition
        self._destinations = destinations
        self._target = target

    def block(self, token: Token, index: int, marks: Sequence[Edit] = ()) -> str:
        """Return the HTML of a block of raw HTML, the token at ``index``, with some marks in it."""
        html = token.content
        if not _ADDRESS.search(html):  # as nearly always
            return splice(html, marks) if marks else html
        first = token.map[0] if token.map else 0
        lines = line_starts(html)
        edits = self._edits(html, index, lambda place: self._in_block(first, html, lines, place), first)
        return splice(html, sorted((*edits, *marks), key=lambda edit: edit[0]))

    def tags(self, run: Token, index: int) -> Callable[[str], str]:
        """Return what gives the HTML of each raw tag of an inline run, the token at ``index``.

        A tag is asked for by the text it has in the source.
        """
        content = run.content
        if not _ADDRESS.search(content):
            return lambda tag: tag
        places = _tags(content, run)
        first = run.map[0] if run.map else 0

        def pointed(tag: str) -> str:
            starts = places.get(tag)
            start = starts.popleft() if starts else None

            def place(span: Span) -> Span | None:
                if start is None:
                    return None
                return self._destinations.written(index, content, (start + span[0], start + span[1]))

            return splice(tag, sorted(self._edits(tag, index, place, first)))

        return pointed

    def _edits(self, html: str, index: int, place: _Places, line: int) -> list[Edit]:
        edits: list[Edit] = []
        for raw in raw_destinations(html):
            end = html.find("\n", *raw.tag)
            tag = place((raw.tag[0], raw.tag[1] if end < 0 else end))
            written = None if "\n" in html[slice(*raw.value)] else place(raw.value)
            target = self._target(
                Destination(
                    raw.href,
                    raw.attribute != "href",
                    index,
                    written,
                    raw.attribute,
                    raw.element,
                    tag or self._line(line),
                    raw.bare,
                )
            )
            if target.href != raw.href:
                edits.append((raw.value, attribute_text(target.href, bare=raw.bare)))
            if target.language and _takes_language(raw):
                edits.append(((raw.attribute_end,) * 2, f' hreflang="{target.language}"'))
        return edits

    def _in_block(self, first: int, content: str, lines: list[int], place: Span) -> Span | None:
        number = first + bisect_right(lines, place[0]) - 1
        end = content.find("\n", place[0])
        # What a container puts before a line is not in the content: its end is where both agree.
        rest = (len(content) if end < 0 else end) - place[0]
        text, starts = self._lines.text, self._starts
        stop = starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
        start = stop - rest
        if not text.startswith(content[slice(*place)], max(start, starts[number])):
            return None
        shift = self._lines.shift(number)
        return start + shift, start + shift + place[1] - place[0]

    def _line(self, number: int) -> Span:
        start = self._starts[number] + self._lines.shift(number)
        return start, start

    @cached_property
    def _lines(self) -> SourceLines:
        return source_lines(self._edition.text, self._edition.body)

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self._lines.text)


def ids_in_raw_html(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the ids that the raw HTML of some block tokens gives, in blocks and in texts."""
    found: set[str] = set()
    for token in tokens:
        if token.type == "html_block":
            found |= raw_ids(token.content)
        elif token.type == "inline" and "<" in token.content:
            content = token.content
            for piece in scan_inline(content):
                if piece.kind is PieceKind.TAG:
                    found |= raw_ids(content[piece.start : piece.stop])
    return frozenset(found)


def _takes_language(raw: RawDestination) -> bool:
    return raw.attribute == "href" and raw.element in _LINKS and not raw.language


def _tags(content: str, run: Token) -> Mapping[str, deque[int]]:
    """Return where each raw tag of an inline run begins, by its text, in the order of the run.

    What looks like a tag within the destination of a link is none.
    """
    places = (child.meta.get(DESTINATION) for child in run.children or ())
    hidden = sorted(place for place in places if isinstance(place, tuple))
    found: dict[str, deque[int]] = {}
    number = 0
    for piece in scan_inline(content):
        while number < len(hidden) and hidden[number][1] <= piece.start:
            number += 1
        inside = number < len(hidden) and hidden[number][0] <= piece.start
        if piece.kind is PieceKind.TAG and not inside:
            found.setdefault(content[piece.start : piece.stop], deque()).append(piece.start)
    return found
