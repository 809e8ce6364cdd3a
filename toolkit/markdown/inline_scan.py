"""The pieces of inline Markdown that bind tighter than words: code, tags, autolinks, entities, escapes.

A scanner, not a parser: extraction must not pay for inline parsing (CommonMark 0.31, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from markdown_it.common.entities import entities
from markdown_it.common.html_re import HTML_TAG_RE


class PieceKind(IntEnum):
    """What a piece is."""

    CODE = 1
    AUTOLINK = 2
    TAG = 3
    ENTITY = 4
    ESCAPE = 5
    OPEN = 6
    """``[``"""
    OPEN_IMAGE = 7
    """``![``"""
    CLOSE = 8
    """``]``"""


class Piece(NamedTuple):
    """A piece of a text, as a half-open range of offsets."""

    kind: PieceKind
    start: int
    stop: int


_CANDIDATE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])|(?P<code>`+)|(?P<angle><)|(?P<open>!?\[)|(?P<close>\])"
    r"|&(?:\#[xX][0-9a-fA-F]{1,6}|\#[0-9]{1,7}|(?P<entity>[a-zA-Z][a-zA-Z0-9]{1,31}));"
)
_AUTOLINK = re.compile(
    r"<(?:[a-zA-Z][a-zA-Z0-9+.\-]{1,31}:[^<>\x00-\x20]*"
    r"|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>"
)
_BACKTICKS = re.compile(r"`+")
_PLAIN_LETTER = re.compile(r"[^`<&]*?[^\W\d_]")


def scan_inline(text: str, position: int = 0) -> Iterator[Piece]:
    """Yield the pieces of an inline text from a position on, in order; they do not overlap."""
    last_runs: dict[int, int] | None = None
    no_tag_beyond = len(text)
    while match := _CANDIDATE.search(text, position):
        start, position = match.span()
        group = match.lastgroup
        if group == "code":
            if last_runs is None:
                last_runs = {len(run[0]): run.start() for run in _BACKTICKS.finditer(text)}
            length = position - start
            if last_runs.get(length, -1) >= position:
                closer = next(
                    (run for run in _BACKTICKS.finditer(text, position) if len(run[0]) == length), None
                )
                if closer:
                    position = closer.end()
                    yield Piece(PieceKind.CODE, start, position)
        elif group == "angle":
            if start >= no_tag_beyond:
                continue
            if found := _AUTOLINK.match(text, start):
                position = found.end()
                yield Piece(PieceKind.AUTOLINK, start, position)
            elif found := HTML_TAG_RE.match(text, start):
                position = found.end()
                yield Piece(PieceKind.TAG, start, position)
            elif text.find(">", start) < 0:
                no_tag_beyond = start  # keeps a run of lone "<" linear
        elif group == "escape":
            yield Piece(PieceKind.ESCAPE, start, position)
        elif group == "open":
            yield Piece(PieceKind.OPEN if position - start == 1 else PieceKind.OPEN_IMAGE, start, position)
        elif group == "close":
            yield Piece(PieceKind.CLOSE, start, position)
        elif group == "entity":
            if match["entity"] in entities:
                yield Piece(PieceKind.ENTITY, start, position)
        else:
            yield Piece(PieceKind.ENTITY, start, position)


_WITHOUT_LETTERS = frozenset({PieceKind.CODE, PieceKind.AUTOLINK, PieceKind.TAG, PieceKind.ENTITY})


def has_letter(text: str) -> bool:
    """Tell whether a letter stands outside code spans, autolinks, raw tags and entities."""
    plain = _PLAIN_LETTER.match(text)
    if plain and text[plain.end() - 1].isalpha():  # the usual case
        return True
    if not any(map(str.isalpha, text)):
        return False
    position = 0
    for piece in scan_inline(text):
        if piece.kind in _WITHOUT_LETTERS:
            if any(map(str.isalpha, text[position : piece.start])):
                return True
            position = piece.stop
    return any(map(str.isalpha, text[position:]))


def code_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the code spans of an inline text."""
    if "`" not in text:
        return ()
    return tuple((p.start, p.stop) for p in scan_inline(text) if p.kind is PieceKind.CODE)


def unbreakable(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the code spans and raw tags: no line break in one is a hard break."""
    if "`" not in text and "<" not in text:
        return ()
    kinds = (PieceKind.CODE, PieceKind.TAG)
    return tuple((p.start, p.stop) for p in scan_inline(text) if p.kind in kinds)


def raw_tags(text: str) -> tuple[str, ...]:
    """Return the raw HTML of an inline text, each tag as written, in order."""
    if "<" not in text:
        return ()
    return tuple(text[p.start : p.stop] for p in scan_inline(text) if p.kind is PieceKind.TAG)
