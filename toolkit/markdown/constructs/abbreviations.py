"""Abbreviations ``*[HTML]: Hyper Text Markup Language``: the definition is a message."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import Text, add_rule, begins, push_copied, trimmed
from toolkit.model.segment import Encoding

ABBREVIATION: Final = "abbreviation"
"""``Token.info`` of a definition and of its text."""

_DEFINITION = re.compile(r"\*\[((?:[^\]\\\n]|\\.)+)\]:")


def abbreviations(parser: MarkdownIt) -> None:
    """Add the definitions of abbreviations."""
    add_rule(parser, "abbreviation", _abbreviation)


def _abbreviation(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    found = _DEFINITION.match(state.src, begins(state, start_line), state.eMarks[start_line])
    if not found or state.is_code_block(start_line):
        return False
    if not silent:
        text = Text(*trimmed(state.src, found.end(), state.eMarks[start_line]), ABBREVIATION, Encoding.TITLE)
        push_copied(state, start_line, start_line + 1, ABBREVIATION, [text])
    return True


def defined_label(written: str) -> str:
    """Return the abbreviation that a line defines, from how the line begins."""
    found = _DEFINITION.match(written)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else ""
