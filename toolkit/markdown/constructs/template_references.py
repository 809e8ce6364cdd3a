"""Definitions of link references whose address a template gives: ``[docs]: {{< relref "docs" >}}``."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, begins, line_text, push_copied

TEMPLATE: Final = "toolkit:template"
"""Key in ``env["references"][label]``: whether a template gives the address."""

_PIECE = r"(?:\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\})"
_DEFINITION = re.compile(
    rf"\[((?:[^\[\]\\]|\\.)+)\]:[ \t]*((?:[^\s{{]|\{{(?![{{%])|{_PIECE})+)"
    r"(?:[ \t]+(\"[^\"]*\"|'[^']*'|\([^()]*\)))?"
)


def template_references(parser: MarkdownIt) -> None:
    """Add such definitions; CommonMark takes them for text, because of the spaces in their address."""
    add_rule(parser, "template_reference", _definition, interrupts=False)


def _definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if silent or not state.src.startswith("[", begins(state, start_line)) or state.is_code_block(start_line):
        return False
    found = _DEFINITION.fullmatch(line_text(state, start_line))
    if not found or not re.search(r"\s", found[2]) or found[1].startswith("^"):
        return False
    label = normalizeReference(found[1])
    if not label:
        return False
    references = state.env.setdefault("references", {})
    title = found[3][1:-1] if found[3] else ""
    references.setdefault(label, {"title": title, "href": found[2], TEMPLATE: True})
    push_copied(state, start_line, start_line + 1, "reference")
    return True
