"""Attribute lists ``{: #id .class }``: on a line of their own, at the end of a heading, within a text."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, line_rule
from toolkit.markdown.parser import REGIONS

_NAMES = r"(?:[#.][^\s{}\"'#.=]+)+"
_PAIR = r"[\w:-]+=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s{}\"'=]+(?=[ \t}]))"
ATTRIBUTE_LIST: Final = rf"\{{:?[ \t]*(?:{_NAMES}|{_PAIR})(?:[ \t]+(?:{_NAMES}|{_PAIR}))*[ \t]*\}}"
"""A list with or without a colon, as Python-Markdown has it."""
KRAMDOWN_LIST: Final = r"\{:[^{}\n]*\}"
"""A list with a colon, as kramdown has it."""

_AFTER_HEADING = re.compile(r"(?<![ \t])[ \t]+(\{:[^{}\n]*\})[ \t]*$")
_ID = re.compile(r"#([^\s{}\"'#.=]+)|\bid=[\"']?([^\s{}\"']+)")


def attribute_lines(parser: MarkdownIt) -> None:
    """Add attribute lists on a line of their own, for the block before them."""
    add_rule(parser, "attribute_line", line_rule(ATTRIBUTE_LIST, "attributes"))
    _heading_attributes(parser)


def kramdown_lines(parser: MarkdownIt) -> None:
    """Add kramdown's lists and extensions, ``{:toc}`` and ``{::options … /}``, on lines of their own."""
    add_rule(parser, "attribute_line", line_rule(r"\{:[^{}\n]*\}", "attributes"))
    _heading_attributes(parser)


def _heading_attributes(parser: MarkdownIt) -> None:
    rule = next(rule for rule in parser.block.ruler.__rules__ if rule.name == "heading")
    heading = rule.fn

    def with_attributes(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not heading(state, start_line, end_line, silent):
            return False
        if not silent:
            _cut(state, first, start_line)
        return True

    parser.block.ruler.at("heading", with_attributes, {"alt": list(rule.alt)})


def _cut(state: StateBlock, first: int, line: int) -> None:
    """Take the attributes out of a heading: they count as structure."""
    opening, inline = state.tokens[first : first + 2]
    start = state.bMarks[line] + state.tShift[line]
    found = _AFTER_HEADING.search(state.src, start, state.eMarks[line])
    if not found or not inline.content.endswith(found[1]):
        return
    inline.content = inline.content[: -len(found[1])].rstrip(" \t")
    inline.meta[REGIONS] = ((start, found.start()),)
    opening.info = found[1]
    if identifier := _ID.search(found[1]):
        opening.meta[HEADING_ID] = identifier[1] or identifier[2]


HEADING_ID: Final = "toolkit:id"
"""``Token.meta`` key of a heading whose attributes the parser has taken out: the id they give it."""
