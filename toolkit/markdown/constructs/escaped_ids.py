r"""The id of a heading behind a backslash, ``## Text \{#id}``: in MDX a brace alone begins an expression."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.attribute_lists import HEADING_ID
from toolkit.markdown.parser import REGIONS

_ESCAPED_ID = re.compile(r"[ \t]+(\\\{#([^\s{}\"'#.=]+)\})$")

_Rule = Callable[[StateBlock, int, int, bool], bool]


def escaped_ids(parser: MarkdownIt) -> None:
    """Take such ids out of headings, also of underlined ones: they count as structure."""
    for name in ("heading", "lheading"):
        rule = next(rule for rule in parser.block.ruler.__rules__ if rule.name == name)
        parser.block.ruler.at(name, _without_id(rule.fn), {"alt": list(rule.alt)})


def _without_id(heading: _Rule) -> _Rule:
    def rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        first = len(state.tokens)
        matched = heading(state, start_line, end_line, silent)
        if matched and not silent:
            _cut(state, first)
        return matched

    return rule


def _cut(state: StateBlock, first: int) -> None:
    opening, inline = state.tokens[first : first + 2]
    found = _ESCAPED_ID.search(inline.content)
    if not found or not inline.map or not inline.content[: found.start()].strip():
        return
    regions = [(state.bMarks[n] + state.tShift[n], state.eMarks[n]) for n in range(*inline.map)]
    start, stop = regions[-1]
    place = state.src.rfind(found[0], start, stop)
    if state.src[start:place].strip(" \t#"):  # a line of the text is left, and not an empty one
        inline.content = inline.content[: found.start()].rstrip(" \t")
        inline.meta[REGIONS] = (*regions[:-1], (start, place))
        opening.info = found[1]
        opening.meta[HEADING_ID] = found[2]
