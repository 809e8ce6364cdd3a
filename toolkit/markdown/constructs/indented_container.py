"""Containers whose contents are indented: ``!!! note "Title"``, ``??? tip``, ``=== "Tab"``."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.container import push_container
from toolkit.markdown.constructs.copied import Text, add_rule, begins
from toolkit.model.segment import Encoding

_OPENING = re.compile(
    r"(?P<mark>!!!|\?\?\?\+?)[ \t]*(?P<name>[\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+\"(?P<title>.*)\")?[ \t]*$"
    r"|(?P<tab>===)[!+]{0,2}[ \t]+\"(?P<label>.*)\"[ \t]*$",
    re.MULTILINE,
)
_INDENT = 4


def indented_containers(parser: MarkdownIt) -> None:
    """Add the admonitions of Python-Markdown, and what collapses and the tabs of PyMdown extensions."""
    add_rule(parser, "indented_container", _container)


def _container(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start, stop = begins(state, start_line), state.eMarks[start_line]
    if not state.src.startswith(("!!!", "???", "==="), start) or state.is_code_block(start_line):
        return False
    opening = _OPENING.match(state.src, start, stop)
    if not opening or opening.end() < stop:
        return False
    if silent:
        return True
    indent = state.blkIndent + _INDENT
    last = line = start_line + 1
    while line < end_line and (state.sCount[line] >= indent or begins(state, line) >= state.eMarks[line]):
        line += 1
        if begins(state, line - 1) < state.eMarks[line - 1]:
            last = line
    part, kind = ("label", "tab title") if opening["tab"] else ("title", "admonition title")
    title = None
    if opening[part] and opening[part].strip():
        title = Text(*opening.span(part), kind, Encoding.TITLE)
    outer = state.blkIndent
    state.blkIndent = indent
    name = "tab" if opening["tab"] else opening["name"]
    push_container(state, (start_line, start_line + 1, last), name, opening["mark"] or "===", title)
    state.blkIndent = outer
    state.line = last
    return True
