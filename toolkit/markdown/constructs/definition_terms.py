"""Several terms of one definition, each on a line of its own, before a line ``: …``.

PHP Markdown Extra has them, and with it Python-Markdown, kramdown and Goldmark; the plugin for definition
lists reads the last line as a term, if it stands alone.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import Text, begins, push_text
from toolkit.model.segment import Encoding

_MARK = re.compile(r":[ \t]")


def definition_terms(parser: MarkdownIt) -> None:
    """Add the rule; the plugin for definition lists must be there."""
    parser.block.ruler.before("deflist", "definition_terms", _terms)


def _terms(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Take all terms but the last: that one and what follows are a definition list."""
    if silent:
        return False
    parent, state.parentType = state.parentType, "paragraph"
    last = _last_term(state, start_line, end_line)
    state.parentType = parent
    if last is None or last == start_line:
        return False
    for line in range(start_line, last):
        push_text(state, line, Text(begins(state, line), state.eMarks[line], "term", Encoding.TERM))
    state.line = last
    return True


def _last_term(state: StateBlock, line: int, end_line: int) -> int | None:
    """Return the line before a mark ``:``, perhaps with a blank one between; ``None`` where none follows.

    What ends a paragraph ends the search, so that it costs no more than the paragraph.
    """
    rules = state.md.block.ruler.getRules("paragraph")
    while line + 1 < end_line:
        following = line + 1
        blank = begins(state, following) >= state.eMarks[following]
        following += blank
        if following >= end_line or state.sCount[following] < state.blkIndent:
            return None
        start = begins(state, following)
        if _MARK.match(state.src, start) and not state.is_code_block(following):
            return line
        if blank or (
            not state.src[start].isalpha() and any(rule(state, following, end_line, True) for rule in rules)
        ):
            return None
        line += 1
    return None
