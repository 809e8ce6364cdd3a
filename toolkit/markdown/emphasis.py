"""Emphasis that would stand in a translation as asterisks, since CommonMark counts on spaces of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token

from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.parser import markdown_parser
from toolkit.markdown.references import bracket_ends, link_destination_end
from toolkit.model.segment import Span

_RUN = re.compile(r"\*+|_+|~~")
_MARKS = frozenset("*_~")
_OPENINGS = frozenset({"em_open", "strong_open", "s_open"})
_TEMPLATES = re.compile(r"\{\{.{0,500}?\}\}|\{%.{0,500}?%\}|\$[^$\n]*\$")  # bounds keep it linear
_SOLID = frozenset({PieceKind.CODE, PieceKind.AUTOLINK, PieceKind.TAG, PieceKind.ENTITY, PieceKind.ESCAPE})
_ENDINGS = frozenset(",.;:!?…)]}、。，；：！？）」』】》")
"""What follows emphasis and hardly begins it: no reason for a closer look."""
_MOST = 40
"""Letters that are tried one by one; more stand beside emphasis in no sentence."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A translation whose emphasis is read as emphasis."""

    text: str
    left: str = ""
    """What stays a mark in the text, with a letter on either side; empty where all is well."""


class _Reading(NamedTuple):
    marks: int
    """Characters of emphasis marks that are read as text."""
    emphases: int
    shape: str
    """Its text, with the kinds of its other tokens, in order."""


def mended_emphasis(source: str, translation: str) -> Mended:
    """Return a translation with the letters beside its emphasis written so that the marks are read as such.

    ``**真。**她`` is no emphasis: after punctuation a closing mark needs a space, or more punctuation, behind
    it (CommonMark 0.31, 6.2). With the letter as a character reference, ``**真。**&#x5979;``, it is one, and
    readers see the very same. This is done only for letters outside ASCII, where the marks would stay in
    the text otherwise, and up to as many emphases as the source has.
    """
    if translation.isascii() or _MARKS.isdisjoint(translation):
        return Mended(translation)
    if not any(True for run in _RUN.finditer(translation) for _ in _letters(translation, run.span())):
        return Mended(translation)  # seen without asking what is code or a link
    letters = sorted({place for run in _runs(translation) for place in _letters(translation, run)})[:_MOST]
    if not letters:
        return Mended(translation)
    wanted, found = _read(source), _read(translation)
    if found.marks <= wanted.marks or (not wanted.emphases and "*" not in translation):
        return Mended(translation)  # as in a name_like_this
    whole = _read(_with_references(translation, letters))
    if whole.marks >= found.marks:
        return Mended(translation)  # not for want of a space
    if whole.marks > wanted.marks or whole.emphases > max(wanted.emphases, found.emphases):
        place = letters[0]
        return Mended(translation, translation[max(0, place - 4) : place + 5])
    for letter in tuple(letters):
        fewer = [other for other in letters if other != letter]
        if _read(_with_references(translation, fewer)) == whole:
            letters = fewer
    return Mended(_with_references(translation, letters))


def _runs(text: str) -> Iterator[Span]:
    """Yield where marks stand in what is plain text."""
    solid = [match.span() for match in _TEMPLATES.finditer(text)]
    brackets = bracket_ends(text) if "][" in text else {}
    for piece in scan_inline(text):
        if piece.kind in _SOLID:
            solid.append((piece.start, piece.stop))
        elif piece.kind is PieceKind.CLOSE:
            end = link_destination_end(text, piece.stop) if text.startswith("(", piece.stop) else None
            end = end or brackets.get(piece.stop)
            if end:
                solid.append((piece.stop, end))
    solid.sort()
    position = number = 0
    for run in _RUN.finditer(text):
        while number < len(solid) and solid[number][1] <= run.start():
            position = max(position, solid[number][1])
            number += 1
        if number == len(solid) or run.end() <= solid[number][0]:
            yield run.span()


def _letters(text: str, run: Span) -> Iterator[int]:
    """Yield the places of letters that keep a run of marks from opening or closing emphasis."""
    start, stop = run
    before, after = text[start - 1 : start], text[stop : stop + 1]
    word_marks = text[start] == "_"
    ends = _is_punctuation(before) and unicodedata.category(before) not in ("Ps", "Pi")
    begins = _is_punctuation(after) and after not in _ENDINGS
    if _is_letter(after) and (ends or (word_marks and before.strip() and not _is_punctuation(before))):
        yield stop
    if _is_letter(before) and (begins or (word_marks and after.strip() and not _is_punctuation(after))):
        yield start - 1


def _is_letter(character: str) -> bool:
    return bool(character) and not character.isascii() and unicodedata.category(character)[0] in "LMN"


def _is_punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def _with_references(text: str, letters: Iterable[int]) -> str:
    parts: list[str] = []
    copied = 0
    for place in letters:
        parts += (text[copied:place], f"&#x{ord(text[place]):X};")
        copied = place + 1
    return "".join(parts) + text[copied:]


def _read(text: str) -> _Reading:
    parser = markdown_parser()
    children: list[Token] = []
    parser.inline.parse(text, parser, {}, children)
    tokens = list(_flat(children))
    marks = sum(token.content.count(mark) for token in tokens if token.type == "text" for mark in _MARKS)
    emphases = sum(token.type in _OPENINGS for token in tokens)
    shape = "".join(t.content if t.type.startswith("text") else f"\0{t.type}\0" for t in tokens)
    return _Reading(marks, emphases, shape)


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())
