"""A block with a name, perhaps a title, and Markdown within: the tokens that all its spellings share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import Text, push_text

NAME: Final = "toolkit:name"
"""``Token.meta`` key of a container: what it is called, in lower case."""

KIND: Final = "toolkit:kind"
"""``Token.meta`` key of a container: what its paragraphs are, in a translator's words."""

_TABS = ("tab", "tab-item", "tabitem")
_FIGURES = ("figure", "figure-md", "subfigure")
_PLAIN = ("", "tabs", "tab-set", "grid", "div", "container", "code-group", "table", "list-table")
_KINDS: Final = {
    **dict.fromkeys(_TABS, "tab"),
    **dict.fromkeys(_FIGURES, "figure"),
    **dict.fromkeys(_PLAIN, "paragraph"),
}


def push_container(
    state: StateBlock,
    lines: tuple[int, int, int],
    name: str,
    markup: str,
    title: Text | None = None,
    head: Callable[[], None] | None = None,
) -> None:
    """Add the tokens of a container.

    ``lines`` are the first one, the one its contents begin on, and the one after their last.  Its opening
    line without the title counts as structure.  ``head`` adds what stands between it and the contents.
    The caller sets ``state.line`` and the indent.
    """
    first, begin, end = lines
    line_max, parent = state.lineMax, state.parentType
    token = state.push("container_open", "div", 1)
    token.markup = markup
    token.map = [first, end]
    token.block = True
    token.meta[NAME] = name.lower()
    token.meta[KIND] = _KINDS.get(name.lower(), "admonition")
    start, stop = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    token.info = state.src[start:stop]
    if title:
        token.info = state.src[start : title.start] + "\0" + state.src[title.stop : stop]
        push_text(state, first, title)
    if head:
        head()
    state.parentType = "container"
    state.lineMax = end  # no lazy line goes past the end
    state.md.block.tokenize(state, begin, end)
    state.push("container_close", "div", -1).block = True
    state.lineMax, state.parentType = line_max, parent
