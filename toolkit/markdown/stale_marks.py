"""The marks of blocks whose translation is that of an earlier text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

_SHORT = frozenset({"heading_open", "dt_open", "th_open"})
"""Blocks whose text other places repeat or list, and which a note would spoil."""


@dataclass(frozen=True, slots=True)
class StaleMark:
    """What readers learn of a block whose source text has changed."""

    title: str
    """What changed, as plain text."""
    note: str
    """The same as HTML, with words of ours."""


def mark_block(opening: Token, mark: StaleMark, *, span: bool) -> None:
    """Give the opening token of a block the class ``stale``, unless its text gets a ``span`` of its own."""
    if not span:
        opening.attrJoin("class", "stale")
    if opening.type in _SHORT and not span:
        opening.attrs["title"] = mark.title


def marked_text(
    children: Sequence[Token], opening: Token, mark: StaleMark, *, span: bool, identifier: str = ""
) -> list[Token]:
    """Return the inline tokens of a block with the note after them, if it is no heading or term.

    ``identifier`` is the id of the ``span``, if it gets one.
    """
    tokens = list(children)
    short = opening.type in _SHORT
    if span:
        attributes = f' id="{identifier}"' if identifier else ""
        attributes += ' class="stale"' + (f' title="{escape(mark.title)}"' if short else "")
        start = Token("html_inline", "", 0, content=f"<span{attributes}>")
        tokens = [start, *tokens, Token("html_inline", "", 0, content="</span>")]
    if not short:
        tokens.append(Token("html_inline", "", 0, content=f' <small class="stale-note">{mark.note}</small>'))
    return tokens
