"""The addresses in an inline text, found without its grammar: a second reader beside the parser.

What the parser takes for text another program may take for a link: a bare address, or a target that it
finds unsafe.  So this reads all that looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import destination_range, link_target

_MAY_LINK = re.compile(r"\]\(|<|://|www\.", re.IGNORECASE)
_BARE = re.compile(r"(?:(?:https?|ftp)://|www\.)[^\s<>\"`|\\^{}\ufffc]+", re.IGNORECASE)
_TRAILING = "?!.,:*_~'\")]}’”»;"
_HOST = re.compile(r"(?:[a-z]+://)?(?P<host>(?:[\w.@:%-]|[^\x00-\x7f\W])*)", re.IGNORECASE)
_IN_WORD = re.compile(r"[A-Za-z0-9_]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class ScannedLink(NamedTuple):
    """An address and where it stands in the text."""

    target: str
    """Character references and escapes resolved; ``mailto:`` before an address of mail."""
    start: int
    stop: int
    bare: bool = False
    """Whether it stands in the text without any mark of a link, as GitHub links it."""
    code: bool = False
    """Whether it stands in code, where nothing links it."""


def scanned_links(text: str) -> tuple[ScannedLink, ...]:
    """Return the targets behind ``](``, the addresses in pointed brackets and the bare ones, in order.

    Of a bare address that goes on beyond ASCII, as in a script without spaces, what is before that comes
    too, unless more of a host follows.
    """
    if not _MAY_LINK.search(text):
        return ()
    return tuple(_links(text))


def _links(text: str) -> Iterator[ScannedLink]:
    solid: list[tuple[int, int, bool]] = []
    for piece in scan_inline(text):
        if piece.kind is PieceKind.AUTOLINK:
            target = text[piece.start + 1 : piece.stop - 1]
            mail = "@" in target and ":" not in target.partition("@")[0]
            yield ScannedLink(f"mailto:{target}" if mail else target, piece.start, piece.stop)
        elif piece.kind is PieceKind.CLOSE and text.startswith("(", piece.stop):
            target = link_target(text, piece.stop) or ""
            place = destination_range(text, piece.stop + 1)
            if target and place:
                yield ScannedLink(target, *place)
                solid.append((*place, False))
            continue
        if piece.kind in (PieceKind.AUTOLINK, PieceKind.TAG, PieceKind.CODE):
            solid.append((piece.start, piece.stop, piece.kind is PieceKind.CODE))
    number = 0
    for found in _BARE.finditer(text):
        start = found.start()
        while number < len(solid) and solid[number][1] <= start:
            number += 1
        inside = number < len(solid) and solid[number][0] <= start
        if inside and not solid[number][2]:
            continue
        before = text[start - 1 : start]
        if found[0][0] in "wW" and (_IN_WORD.match(before) or before in ("/", "@", ".", "-")) and before:
            continue
        address = _trimmed(found[0])
        yield ScannedLink(address, start, start + len(address), True, inside)


def _trimmed(address: str) -> str:
    """Return a bare address without what ends a sentence, nor the text of a script without spaces."""
    beyond = _BEYOND_ASCII.search(address)
    if beyond:
        host = _HOST.match(address)
        host_end = host.end() if host else 0
        rest = address[beyond.start() : host_end]
        if beyond.start() < host_end and not re.search(r"[.@][a-z0-9]", rest, re.IGNORECASE):
            address = address[: beyond.start()]
    return address.rstrip(_TRAILING)
