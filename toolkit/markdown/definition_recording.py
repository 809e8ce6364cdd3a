"""A parser rule that remembers where the destination and the title of each definition are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock

from toolkit.markdown.references import destination_range, title_range
from toolkit.model.segment import Span

DEFINITION: Final = "toolkit:definition"
"""Key in ``env["references"][label]``: the range of the destination in the parser's text, and its line."""

TITLE: Final = "toolkit:title"
"""Key in ``env["references"][label]``: the `TitlePlace` of its title; there is none without a title."""


class TitlePlace(NamedTuple):
    """Where the title of a definition is written."""

    before: int
    """Index of the token that follows the definition."""
    line: int
    """The line it begins on, from 0."""
    regions: tuple[Span, ...]
    """Per line, its range in the parser's text, without what its container puts before; marks included."""


_Rule = Callable[[StateBlock, int, int, bool], bool]


def record_definitions(parser: MarkdownIt) -> None:
    """Make a parser's definitions remember their place, where they have an effect: the first of a label."""
    for rule in list(parser.block.ruler.__rules__):
        if rule.name == "reference":
            parser.block.ruler.at("reference", _recording(rule.fn), {"alt": list(rule.alt)})


def _recording(rule: _Rule) -> _Rule:
    def wrapped(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        known = len(state.env.get("references", ()))
        matched = rule(state, start_line, end_line, silent)
        if matched and not silent and len(state.env["references"]) > known:
            _record(state, start_line)
        return matched

    return wrapped


def _record(state: StateBlock, first: int) -> None:
    """Note where the newest definition, which begins on line ``first``, has its destination and title."""
    definition = state.env["references"][next(reversed(state.env["references"]))]
    # The marks of a nested container hold only now: block quotes and lists restore them afterwards.
    lines = [(state.bMarks[n] + state.tShift[n], state.eMarks[n] + 1) for n in range(first, state.line)]
    text = "".join(state.src[a:b] for a, b in lines)
    destination = destination_range(text, _label_end(text) + len("]:"))
    if destination is None:
        return
    line, ((start, stop),) = _on_lines(destination, lines)
    definition[DEFINITION] = (start, stop, first + line)
    title = title_range(text, destination[1]) if definition["title"] else None
    # Where the parser has read another title than this, it stays as it is.
    if title and unescapeAll(text[title[0] + 1 : title[1] - 1]) == definition["title"]:
        line, regions = _on_lines(title, lines)
        definition[TITLE] = TitlePlace(len(state.tokens), first + line, regions)


def _label_end(text: str) -> int:
    close = 1
    while text[close] != "]":
        close += 2 if text[close] == "\\" else 1
    return close


def _on_lines(place: Span, lines: Sequence[Span]) -> tuple[int, tuple[Span, ...]]:
    """Return the number of the first line that a range of the joined lines stands on, and its range on each.

    ``lines`` are ranges of the parser's text with their line ends; those that are found have none.
    """
    found: list[Span] = []
    first = passed = 0
    for number, (a, b) in enumerate(lines):
        start, stop = max(place[0] - passed, 0), min(place[1] - passed, b - a)
        if start < stop:
            first = first if found else number
            goes_on = place[1] - passed > b - a
            found.append((a + start, a + stop - goes_on))
        passed += b - a
    return first, tuple(found)
