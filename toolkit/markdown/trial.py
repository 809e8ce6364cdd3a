"""Trying placements in a document: all together, block by block, or as many as fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from markdown_it.token import Token

from toolkit.errors import SourceError
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.expected import expected_contents, expected_titles
from toolkit.markdown.front_matter.cut import has_front_matter
from toolkit.markdown.parser import Env, parse_blocks
from toolkit.markdown.placement.placement import Placement
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.markdown.source_lines import line_starts, source_lines
from toolkit.markdown.splice import splice
from toolkit.markdown.structure import same_structure
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey

Parse = tuple[str, Sequence[Token], Env]
"""The text of a body, its block tokens, and what the parse learned."""


class Part(NamedTuple):
    """A stretch of a document: offsets in its text, the tokens of a block or an item, their segments."""

    start: int
    stop: int
    first: int
    last: int
    segments: list[int]


class Trial:
    """Tries placements in a document, all together or block by block."""

    PARSES = 40
    """Bound on the search for those at fault: how often a document's length may be parsed for it."""
    LEAST = 1_000_000
    """Characters that may be parsed for a short document."""

    def __init__(self, parsed: ParsedDocument, places: Mapping[int, Placement]) -> None:
        self.parsed = parsed
        self.places = places
        self.dialect = dialect_of(parsed.document.options)
        self.budget = max(self.LEAST, self.PARSES * len(parsed.document.text))
        self.lines = source_lines(parsed.document.text, parsed.body)
        self.starts = line_starts(self.lines.text)

    def without(self, refused: Collection[MessageKey]) -> frozenset[int]:
        """Return the placements whose messages are not refused."""
        segments = self.parsed.segments
        return frozenset(number for number in self.places if segments[number].key not in refused)

    def parse(self, kept: Set[int]) -> Parse | None:
        """Return the body with some placements, parsed; ``None`` where its structure is another."""
        parsed = self.parsed
        edits = [
            (segment.region, self.places[number].written)
            for number, segment in enumerate(parsed.segments)
            if number in kept
        ]
        whole = splice(parsed.document.text, edits)
        if parsed.front_matter is None and has_front_matter(whole, parsed.body):
            return None
        text = whole[parsed.body :]
        tokens, env = parse_blocks(source_lines(text).text, parsed.nesting, self.dialect)
        places = {number: self.places[number] for number in kept}
        expected, titles = expected_contents(parsed, places), expected_titles(parsed, places)
        same = same_structure(parsed.tokens, parsed.env, tokens, env, expected, titles)
        return (text, tokens, env) if same else None

    def misfits(self, kept: Set[int]) -> frozenset[int]:
        """Return the placements that change the structure of their own block and the one before it.

        Of a list that does not fit each item is tried on its own, and what does not fit is halved.  Where
        the budget is spent, what is left of an item that does not fit counts as misfit.
        """
        found: set[int] = set()
        for block in self._blocks():
            tried = [number for number in block.segments if number in kept]
            if tried and not self._fits(block.start, block.stop, tried):
                for item in self._items(block):
                    found.update(self._culprits(item, [number for number in item.segments if number in kept]))
        return frozenset(found)

    def _culprits(self, part: Part, tried: Sequence[int]) -> Sequence[int]:
        if not tried or (self.budget > 0 and self._fits(part.start, part.stop, tried)):
            return ()
        if len(tried) == 1 or self.budget <= 0:
            return tried
        middle = len(tried) // 2
        return (*self._culprits(part, tried[:middle]), *self._culprits(part, tried[middle:]))

    def largest(self, kept: Set[int]) -> tuple[frozenset[int], Parse]:
        """Return a large part of the placements that fits together, found by halving, and its parse."""
        accepted = self._admit(frozenset(), sorted(kept))
        parse = self.parse(accepted)
        if parse is None:  # the source itself always fits
            raise RuntimeError("a verified set of placements no longer fits: this is a bug in the toolkit")
        return accepted, parse

    def _admit(self, accepted: frozenset[int], group: Sequence[int]) -> frozenset[int]:
        if self.budget <= 0 or not group:
            return accepted
        self.budget -= len(self.parsed.document.text)
        together = accepted | frozenset(group)
        if self.parse(together):
            return together
        if len(group) == 1:
            return accepted
        middle = len(group) // 2
        return self._admit(self._admit(accepted, group[:middle]), group[middle:])

    def _blocks(self) -> Iterator[Part]:
        """Yield each top-level block with segments, in a range that begins with the block before it."""
        before = here = (0, 0)
        first = 0
        for index, token in enumerate(self.parsed.tokens):
            if token.level:
                continue
            if token.nesting >= 0 and token.map:
                before, here = here, (token.map[0], token.map[1])
                first = index
            if token.nesting < 0 or index in self.parsed.embedded:
                part = self._part(before[0], here[1], first, index)
                if part.segments:
                    yield part

    def _items(self, block: Part) -> Sequence[Part]:
        """Return the items of a list, or the block itself: an item alone is a list of one."""
        tokens = self.parsed.tokens
        level = tokens[block.first].level + 1
        starts = [
            index
            for index in range(block.first + 1, block.last)
            if tokens[index].level == level and tokens[index].type in ("list_item_open", "dt_open")
        ]
        if len(starts) < 2:
            return (block,)
        lines = [(tokens[index].map or (0, 0))[0] for index in starts]
        stops = [*lines[1:], (tokens[block.first].map or (0, 0))[1]]
        lasts = [*starts[1:], block.last]
        return [self._part(*item) for item in zip(lines, stops, starts, lasts, strict=True)]

    def _part(self, line: int, stop: int, first: int, last: int) -> Part:
        inline, embedded = self.parsed.inline, self.parsed.embedded
        segments: list[int] = []
        for index in range(first, last + 1):
            if index in inline:
                segments.append(inline[index])
            elif index in embedded:
                segments += dict.fromkeys(number for number, _ in embedded[index])
        return Part(self._offset(line), self._offset(stop), first, last, segments)

    def _offset(self, line: int) -> int:
        """Return where a line of the body begins in the document; after the last, where the text ends."""
        if line >= len(self.starts):
            return len(self.parsed.document.text)
        return self.starts[line] + self.lines.shift(line)

    def _fits(self, start: int, stop: int, tried: Sequence[int]) -> bool:
        """Tell whether a slice of the document keeps its structure with some placements."""
        # After a blank line nothing is front matter: the slice is one of a body.
        source = "\n" + self.parsed.document.text[start:stop]
        start -= 1
        self.budget -= len(source)
        try:
            old = parse_document(Document("", "", source, self.parsed.document.options), self.parsed.nesting)
        except SourceError:
            return False
        number_at = {segment.region: number for number, segment in enumerate(old.segments)}
        edits, places = [], {}
        for number in tried:
            first, last = self.parsed.segments[number].region
            here = number_at.get((first - start, last - start))
            if here is None:
                return False
            edits.append(((first - start, last - start), self.places[number].written))
            places[here] = self.places[number]
        text = splice(source, edits)[old.body :]
        tokens, env = parse_blocks(source_lines(text).text, self.parsed.nesting, self.dialect)
        expected, titles = expected_contents(old, places), expected_titles(old, places)
        return same_structure(old.tokens, old.env, tokens, env, expected, titles)
