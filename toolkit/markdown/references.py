"""Reference links in the one form that survives translation: ``[text][label]``."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import NamedTuple

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from toolkit.markdown.inline_scan import PieceKind, scan_inline

# A closing bracket that neither a plain destination nor a label follows: without it nothing is short.
_SHORT_FORM = re.compile(r"\](?!\[[^\]]|\([^()<\s]*\))")
_LONGEST_LABEL = 999  # characters, CommonMark 0.31, 6.3; keeps nested brackets linear


def label_key(label: str) -> str:
    """Return the form under which CommonMark compares a reference label."""
    return normalizeReference(label)


def with_full_references(text: str, labels: Container[str], notes_after_links: bool = False) -> str:
    """Return ``text`` with every shortcut and collapsed reference of a known label written in full.

    ``[label]`` and ``[label][]`` become ``[label][label]``, images too, so that a translator can
    change the text and keep the link (CommonMark 0.31, 6.3).  ``labels`` holds `label_key` forms.
    ``notes_after_links``: ``[label][^1]`` is such a link, with a footnote behind it.
    """
    if not _SHORT_FORM.search(text) and not (notes_after_links and "][^" in text):
        return text
    parts: list[str] = []
    copied = 0
    openers: list[tuple[int, bool]] = []  # where the text starts, whether it is an image
    notes: list[tuple[int, int]] = []  # depth of an inline footnote, and what was inactive around it
    inactive = 0  # links below this depth stand around a link, and so are none
    skip_to = 0
    escaped = -1
    brackets = bracket_ends(text) if "][" in text else {}
    if notes_after_links:
        brackets = {start: stop for start, stop in brackets.items() if not text.startswith("[^", start)}
    for piece in scan_inline(text):
        if piece.start < skip_to:
            continue
        if piece.kind is PieceKind.OPEN or piece.kind is PieceKind.OPEN_IMAGE:
            if text.startswith("^[", piece.start - 1) and escaped != piece.start:
                notes.append((len(openers), inactive))
            openers.append((piece.stop, piece.kind is PieceKind.OPEN_IMAGE))
        elif piece.kind is PieceKind.ESCAPE:
            escaped = piece.stop
        elif piece.kind is PieceKind.CLOSE and openers:
            start, image = openers.pop()
            if notes and notes[-1][0] == len(openers):
                inactive = min(notes.pop()[1], len(openers))
                continue
            active = image or len(openers) >= inactive
            inactive = min(inactive, len(openers))
            end = _link_end(text, start, piece.start, image, labels, brackets) if active else None
            if end is None:
                continue
            skip_to = end
            if not image:
                inactive = len(openers)
            if text[piece.stop : end] in ("", "[]"):
                parts += (text[copied : piece.stop], "[", text[start : piece.start], "]")
                copied = end
    return "".join(parts) + text[copied:] if parts else text


def _link_end(
    text: str, start: int, close: int, image: bool, labels: Container[str], brackets: Mapping[int, int]
) -> int | None:
    """Return where the link or image of ``text[start:close]`` ends, or ``None`` where it is none."""
    after = close + 1
    if text.startswith("(", after):
        if (end := link_destination_end(text, after)) is not None:
            return end
        if image or _skip_space(text, after + 1) == len(text):
            return None  # not as in CommonMark, but as the parser has it
    stop = brackets.get(after)
    if stop is not None:
        begin, finish = (after + 1, stop) if stop > after + 1 else (start, close)
        return stop + 1 if _is_label(text, begin, finish, labels) else None
    return after if _is_label(text, start, close, labels) else None


def _is_label(text: str, start: int, stop: int, labels: Container[str]) -> bool:
    return stop - start <= _LONGEST_LABEL and label_key(text[start:stop]) in labels


def bracket_ends(text: str) -> dict[int, int]:
    """Return where each bracket that opens and closes does so; one pass, however they are nested."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for piece in scan_inline(text):
        if piece.kind is PieceKind.OPEN or piece.kind is PieceKind.OPEN_IMAGE:
            opened.append(piece.start)
        elif piece.kind is PieceKind.CLOSE and opened:
            found[opened.pop()] = piece.start
    return found


def link_destination_end(text: str, open_paren: int) -> int | None:
    """Return where ``(destination "title")`` ends, or ``None`` where there is no such thing."""
    end = len(text)
    position = _skip_space(text, open_paren + 1)
    destination = parseLinkDestination(text, position, end)
    if destination.ok:
        position = destination.pos
        space = _skip_space(text, position)
        title = parseLinkTitle(text, space, end)
        position = _skip_space(text, title.pos) if space > position and title.ok else space
    return position + 1 if text.startswith(")", position) else None


def link_target(text: str, open_paren: int) -> str | None:
    """Return the destination of ``(destination "title")``, unescaped, if that is what stands there."""
    if link_destination_end(text, open_paren) is None:
        return None
    destination = parseLinkDestination(text, _skip_space(text, open_paren + 1), len(text))
    return destination.str if destination.ok else None


def destination_range(text: str, position: int) -> tuple[int, int] | None:
    """Return the range of the link destination after white space, pointed brackets included, if any."""
    start = _skip_space(text, position)
    destination = parseLinkDestination(text, start, len(text))
    return (start, destination.pos) if destination.ok else None


def title_range(text: str, position: int) -> tuple[int, int] | None:
    """Return the range of the title, its marks included, that alone follows white space up to the end."""
    start = _skip_space(text, position)
    title = parseLinkTitle(text, start, len(text))
    if not title.ok or start == position or text[title.pos :].strip(" \t\n"):
        return None
    return start, title.pos


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\n":
        position += 1
    return position


class Reference(NamedTuple):
    """A label as it names the target of a link or image."""

    key: str
    """The form in which CommonMark compares it."""
    start: int
    stop: int
    """Where it stands in the text, without brackets."""


def full_references(text: str) -> tuple[Reference, ...]:
    """Return the labels of what is written ``[text][label]``, defined or not; footnotes are none."""
    ends = bracket_ends(text)
    found = []
    for close in sorted(ends.values()):
        stop = ends.get(close + 1)
        if stop is not None and close + 2 < stop <= close + 2 + _LONGEST_LABEL and text[close + 2] != "^":
            found.append(Reference(label_key(text[close + 2 : stop]), close + 2, stop))
    return tuple(found)
