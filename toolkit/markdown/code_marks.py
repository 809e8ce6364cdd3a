"""Marks in code: a ``span`` around each comment and string that is not up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.markdown.embedded_marks import EmbeddedMark
from toolkit.model.segment import Span

_TAG = re.compile(r"(<[^>]*>)")
_CHARACTER = re.compile(r"&[^;]*;|[^&]", re.DOTALL)


def marked_code(html: str, marks: Sequence[EmbeddedMark], foreign: str) -> str:
    """Return a rendered code block with marks around its texts.

    ``html`` holds the characters of the code in order, as they are or as references, and any tags between
    them.  A mark ends before a tag and begins again behind it, so that all nest; its id stands once.
    ``foreign`` are the attributes of the source language.
    """
    parts: list[str] = []
    offset = 0
    waiting = _starts(marks, foreign)
    current = next(waiting, None)
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            parts.append(piece)
            continue
        characters = _CHARACTER.findall(piece)
        position, length = 0, len(characters)
        while current and current[0][0] < offset + length:
            (start, stop), identifier, attributes = current
            first, last = max(start - offset, position), min(stop - offset, length)
            parts += (*characters[position:first], f"<span{identifier}{attributes}>")
            parts += (*characters[first:last], "</span>")
            position = last
            goes_on = stop > offset + length
            current = ((start, stop), "", attributes) if goes_on else next(waiting, None)
            if goes_on:
                break
        parts += characters[position:]
        offset += length
    return "".join(parts)


def _starts(marks: Sequence[EmbeddedMark], foreign: str) -> Iterator[tuple[Span, str, str]]:
    for mark in marks:
        for number, span in enumerate(mark.spans):
            yield span, "" if number else f' id="{mark.id}"', mark.attributes(foreign)
