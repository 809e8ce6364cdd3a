"""Elements with ``translate="no"`` that hold Markdown: their tags stand in blocks of HTML of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token

from toolkit.markdown.constructs.copied import COPIED
from toolkit.markdown.html_attributes import untranslated
from toolkit.markdown.html_tokens import VOID, HtmlKind, html_tokens

# The end tag of these may be left out: one that does not end would hold the rest of the page.
_UNENDED = frozenset(
    (
        *("body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp"),
        *("rt", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)


class Inside(NamedTuple):
    """An element to leave alone that is open: its name, and how many of that name."""

    name: str = ""
    depth: int = 0


NOWHERE = Inside()


@dataclass(frozen=True, slots=True)
class Part:
    """A block of HTML with tags of such an element."""

    before: Inside
    """What is open where the block begins."""
    after: bool
    """Whether one is open where it ends, so that what follows is left alone."""


def untranslated_parts(tokens: Sequence[Token]) -> Mapping[int, Part]:
    """Return the blocks of HTML, by token index, between which Markdown is left alone.

    An element counts that begins in one block and ends in another one, both in the same list item, quote
    or other container.  ``translate="yes"`` within it is not looked for, as in a block of HTML.
    """
    if not any("translate" in token.content for token in tokens if _is_html(token)):
        return {}
    parts: dict[int, Part] = {}
    waiting: dict[int, Part] = {}  # what is so if the end of the open element is found
    inside, level = NOWHERE, 0
    for index, token in enumerate(tokens):
        if inside.depth and token.level < level:  # its container has ended without it
            inside, waiting = NOWHERE, {}
        if not _is_html(token) or (inside.depth and token.level != level):
            continue
        before, closed = inside, False
        for inside in _tags(token, before):
            closed = closed or not inside.depth
        if before.depth and not closed:
            waiting[index] = Part(before, True)
            continue
        if before.depth:
            parts |= waiting
            parts[index] = Part(before, False)
        waiting = {index: Part(before, True)} if inside.depth else {}
        level = token.level
    return parts


def _is_html(token: Token) -> bool:
    return token.type == "html_block" or (token.type == COPIED and token.info == "jsx")


def _tags(token: Token, inside: Inside) -> Iterator[Inside]:
    """Yield what is open after each tag that matters."""
    for tag in html_tokens(token.content):
        if inside.depth:
            if tag.name == inside.name and tag.kind in (HtmlKind.START, HtmlKind.END):
                depth = inside.depth + (1 if tag.kind is HtmlKind.START else -1)
                inside = Inside(inside.name, depth) if depth else NOWHERE
                yield inside
        elif tag.kind is HtmlKind.START and untranslated(token.content, tag):
            empty = tag.name in VOID or (tag.closed and token.type == COPIED)
            if not empty and tag.name not in _UNENDED:
                inside = Inside(tag.name, 1)
                yield inside
