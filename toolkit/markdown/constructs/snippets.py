"""Lines that put another file in their place: ``--8<-- "file.md"``."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, line_text, push_copied

_MARK = re.compile(r"-+8<-+")
"""As many dashes as one likes, though the documentation has two."""


def snippets(parser: MarkdownIt) -> None:
    """Add the inclusions of PyMdown extensions: one on a line, or several between two such lines."""
    add_rule(parser, "snippet", _snippet)


def _snippet(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    line = line_text(state, start_line).lstrip(";")
    if not _MARK.match(line) or state.is_code_block(start_line):
        return False
    if not silent:
        stop = start_line + 1
        if _MARK.fullmatch(line):
            closing = (n for n in range(stop, end_line) if _MARK.fullmatch(line_text(state, n)))
            stop = next(closing, start_line) + 1
        push_copied(state, start_line, stop, "snippet")
    return True
