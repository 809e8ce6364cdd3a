"""The ids that lines of a dialect give to the block beside them: attribute lists, MyST's targets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

_ID = re.compile(r"\{[^{}]*?#([^\s{}\"'#.=]+)[^{}]*\}[ \t]*$")
_TARGET = re.compile(r"\(([^()]+)\)=")


def anchor(token: Token) -> str:
    """Return the id that a token gives besides that of a heading, or nothing."""
    if token.type == "copied" and token.info == "target":
        found = _TARGET.match(token.content)
        return "-".join(found[1].lower().split()) if found else ""
    if token.type == "container_open" or (token.type == "copied" and token.info == "attributes"):
        written = token.content or token.info
        found = _ID.search(written) if "#" in written else None
        return found[1] if found else ""
    return ""


def anchors(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the ids of all block tokens that are no headings."""
    return frozenset(filter(None, map(anchor, tokens)))
