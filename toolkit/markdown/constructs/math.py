"""Formulas: ``$…$`` in a text, ``$$…$$`` and ``\\[…\\]`` as blocks."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, begins, in_one_piece, line_of, push_copied, reach

_DISPLAYED = r"(?<![\\$])\$\$(?!\$)(?:[^$\\]|\\.)+\$\$"
_IN_PARENTHESES = r"(?<!\\)\\\((?:(?!\\[()]).)+\\\)"
# No backslash escapes the dollar; each that may open a formula would close another: work stays linear.
_OPENS = r"(?:(?<![\\$\w])|(?<=(?<!\\)\\\\))\$"
MATH_PIECES: Final = (
    _DISPLAYED,
    # As Pandoc has it: no space within the dollars, and no digit behind them.
    _OPENS + r"(?![\s$])(?:[^$\\]|\\.)*?(?:[^\s$\\]|\\\S)\$(?![\d$])",
    _IN_PARENTHESES,
)
SPACED_MATH_PIECES: Final = (
    _DISPLAYED,
    _OPENS + r"(?!\$)(?:[^$\\]|\\.)+\$(?![\d$])",  # as MyST has it: with space too
    _IN_PARENTHESES,
)
_OPENING = re.compile(r"(\$\$)(?!\$)|(\\\[)|\\begin\{([A-Za-z]+\*?)\}")


def display_math(parser: MarkdownIt) -> None:
    """Add the rule for a formula on lines of its own."""
    add_rule(parser, "display_math", _math)


def _math(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = begins(state, start_line)
    opening = _OPENING.match(state.src, start, state.eMarks[start_line])
    if not opening or state.is_code_block(start_line):
        return False
    closing = "$$" if opening[1] else "\\]" if opening[2] else f"\\end{{{opening[3]}}}"
    end = state.src.find(closing, opening.end(), reach(state, start_line, end_line))
    if end < 0:
        return False
    last = line_of(state, end, start_line)
    if not in_one_piece(state, start_line, last):
        return False
    rest = state.src[end + len(closing) : state.eMarks[last]]
    if not re.fullmatch(r"[ \t]*(?:\([^()\s]*\)|\{[^{}]*\})?[ \t]*", rest):
        return False
    if not silent:
        push_copied(state, start_line, last + 1, "math")
    return True
