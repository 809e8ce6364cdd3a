"""Lines that MyST gives a meaning: targets, comments and block breaks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, line_rule, line_text, push_copied


def myst_lines(parser: MarkdownIt) -> None:
    """Add ``(label)=``, ``% comment`` and ``+++``."""
    add_rule(parser, "myst_target", line_rule(r"\([^()\n]+\)=", "target"))
    add_rule(parser, "myst_break", line_rule(r"\+\+\+(?:[ \t].*)?", "break"))
    add_rule(parser, "myst_comment", _comment)


def _comment(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line) or not line_text(state, start_line).startswith("%"):
        return False
    if not silent:
        line = start_line + 1
        while line < end_line and line_text(state, line).startswith("%") and not state.is_code_block(line):
            line += 1
        comment = " ".join(re.sub(r"^%[ \t]*", "", line_text(state, n)) for n in range(start_line, line))
        push_copied(state, start_line, line, "comment", (), comment)
    return True
