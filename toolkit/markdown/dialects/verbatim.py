"""The pieces of a text that a translation must keep: template tags, roles, formulas, attribute lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.inline_scan import PieceKind, scan_inline

_LONE_ANGLE = re.compile(r"(?<!\]\()<(?![A-Za-z_$/>])")
_SHIELDS = frozenset({PieceKind.CODE, PieceKind.AUTOLINK, PieceKind.ESCAPE})


@cache
def verbatim_pattern(dialect: Dialect) -> re.Pattern[str] | None:
    """Return what matches a piece of any kind where one begins; ``None`` where a dialect has none."""
    patterns = dialect.templates + dialect.verbatim
    return re.compile("|".join(patterns), re.DOTALL) if patterns else None


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.DOTALL)


def verbatim_ranges(text: str, dialect: Dialect) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the pieces of a text that a translation must keep, in order."""
    found: list[tuple[int, int]] = []
    if dialect.templates:
        pattern = _compiled(dialect.templates)
        found = [piece.span() for piece in pattern.finditer(text)]
        text = pattern.sub(lambda piece: "\0" * len(piece[0]), text)
    if dialect.verbatim:
        found += _after_code(text, _compiled(dialect.verbatim))
    return tuple(sorted(found))


def template_pieces(text: str, dialect: Dialect) -> tuple[str, ...]:
    """Return the pieces of a text that another program reads before Markdown is read, in order."""
    if not dialect.templates:
        return ()
    return tuple(piece[0] for piece in _compiled(dialect.templates).finditer(text))


def _after_code(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    match = pattern.search(text)
    if not match:
        return []
    shields = [(piece.start, piece.stop) for piece in scan_inline(text) if piece.kind in _SHIELDS]
    starts = [start for start, _ in shields]
    found = []
    position = 0
    while match:
        number = bisect_left(starts, position)
        if number < len(shields) and starts[number] < match.start():
            position = shields[number][1]
            if match.start() < position:
                match = pattern.search(text, position)
        else:
            found.append(match.span())
            position = match.end()
            match = pattern.search(text, position)
    return found


def without_verbatim(text: str, dialect: Dialect) -> str:
    """Return a text without the pieces that a translation must keep."""
    if not dialect.templates and not dialect.verbatim:
        return text
    parts: list[str] = []
    copied = 0
    for start, stop in verbatim_ranges(text, dialect):
        parts.append(text[copied:start])
        copied = max(copied, stop)
    return "".join(parts) + text[copied:]


def without_lone_angles(text: str, dialect: Dialect) -> str:
    """Return a text with ``&lt;`` for each ``<`` that begins no tag: there MDX stops, in code it does not."""
    kept = [
        (piece.start, piece.stop) for piece in scan_inline(text) if piece.kind in _SHIELDS | {PieceKind.TAG}
    ]
    kept = sorted((*kept, *verbatim_ranges(text, dialect)))
    parts: list[str] = []
    copied = 0
    for start, stop in kept:
        if start >= copied:
            parts += (_LONE_ANGLE.sub("&lt;", text[copied:start]), text[start:stop])
            copied = stop
    return "".join(parts) + _LONE_ANGLE.sub("&lt;", text[copied:])
