"""Trying placements in a document: all together, block by block, or as many as fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from markdown_it.token import Token

from toolkit.errors import SourceError
from toolkit.markdown.message_text import heading_attributes
from toolkit.markdown.parser import Env, parse_blocks
from toolkit.markdown.placement import Placement
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.markdown.source_lines import line_starts, source_lines
from toolkit.markdown.splice import splice
from toolkit.markdown.structure import same_structure
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey, Span

Parse = tuple[str, Sequence[Token], Env]
"""The text of a body, its block tokens, and what the parse learned."""


class Trial:
    """Tries placements in a document, all together or block by block."""

    PARSES = 64
    """Bound on parses of the whole document when blocks alone do not show who is at fault."""

    def __init__(self, parsed: ParsedDocument, places: Mapping[int, Placement]) -> None:
        self.parsed = parsed
        self.places = places
        self.budget = self.PARSES
        self.token_of = {segment: token for token, segment in parsed.inline.items()}

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
        text = splice(parsed.document.text, edits)[parsed.body :]
        tokens, env = parse_blocks(source_lines(text).text, parsed.nesting)
        expected = {
            self.token_of[number]: _content(parsed.tokens, self.token_of[number], self.places[number])
            for number in kept
        }
        same = same_structure(parsed.tokens, parsed.env, tokens, env, expected)
        return (text, tokens, env) if same else None

    def misfits(self, kept: Set[int]) -> frozenset[int]:
        """Return the placements that change the structure of their own block and the one before it."""
        found: set[int] = set()
        for start, stop, numbers in self._blocks():
            tried = [number for number in numbers if number in kept]
            if tried and not self._fits(start, stop, tried):
                found.update(number for number in tried if not self._fits(start, stop, [number]))
        return frozenset(found)

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
        self.budget -= 1
        together = accepted | frozenset(group)
        if self.parse(together):
            return together
        if len(group) == 1:
            return accepted
        middle = len(group) // 2
        return self._admit(self._admit(accepted, group[:middle]), group[middle:])

    def _blocks(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield the range of each top-level block and the one before it, with the block's segments."""
        lines = source_lines(self.parsed.document.text, self.parsed.body)
        starts = [*line_starts(lines.text), len(lines.text)]

        def offset(line: int) -> int:
            return starts[line] + lines.shift(min(line, len(starts) - 2))

        before = here = (0, 0)
        numbers: list[int] = []
        for index, token in enumerate(self.parsed.tokens):
            if index in self.parsed.inline:
                numbers.append(self.parsed.inline[index])
            elif token.level == 0 and token.nesting >= 0 and token.map:
                before, here = here, (token.map[0], token.map[1])
            if token.level == 0 and token.nesting < 0 and numbers:
                yield offset(before[0]), offset(here[1]), numbers
                numbers = []

    def _fits(self, start: int, stop: int, tried: Sequence[int]) -> bool:
        """Tell whether a slice of the document keeps its structure with some placements."""
        source = self.parsed.document.text[start:stop]
        try:
            old = parse_document(Document("", "", source), self.parsed.nesting)
        except SourceError:
            return False
        token_at: dict[Span, int] = {old.segments[s].region: t for t, s in old.inline.items()}
        edits, expected = [], {}
        for number in tried:
            first, last = self.parsed.segments[number].region
            token = token_at.get((first - start, last - start))
            if token is None:
                return False
            edits.append(((first - start, last - start), self.places[number].written))
            expected[token] = _content(old.tokens, token, self.places[number])
        text = splice(source, edits)[old.body :]
        tokens, env = parse_blocks(source_lines(text).text, self.parsed.nesting)
        return same_structure(old.tokens, old.env, tokens, env, expected)


def _content(tokens: Sequence[Token], index: int, placement: Placement) -> str:
    """Return what the parser must find in an inline token: a heading's attributes follow its text."""
    if tokens[index - 1].type != "heading_open":
        return placement.content
    old = tokens[index].content
    return placement.content + old[heading_attributes(old)[0] :]
