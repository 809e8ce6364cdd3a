"""An inline rule for the pieces that a dialect does not read as Markdown: they stay as written."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline


def verbatim_pieces(parser: MarkdownIt, pattern: re.Pattern[str]) -> None:
    """Make a parser pass over the pieces that a pattern finds, as tokens ``verbatim_piece``."""

    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "{$\\<(+":
            return False
        found = pattern.match(state.src, state.pos, state.posMax)
        if not found or found.end() == state.pos:
            return False
        if not silent:
            state.push("verbatim_piece", "", 0).content = found[0]
        state.pos = found.end()
        return True

    parser.inline.ruler.before("text", "verbatim_piece", rule)
