"""Which short lines of a plain text are section headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.markdown.plain_text import shape
from toolkit.markdown.plain_text.pieces import Kind, Piece


def numbered_sections(pieces: Sequence[Piece], start: int) -> Iterator[tuple[int, tuple[bool, str]]]:
    """Yield the numbered lines that stand alone above a paragraph: headings of numbered sections."""
    for index in range(start, len(pieces) - 1):
        piece, following = pieces[index], pieces[index + 1]
        number = piece.first.value
        # A number that counts on from the item before it is an item too, whatever follows.
        counts_on = index and number and pieces[index - 1].first.value == number - 1
        if (
            piece.kind is Kind.ITEM
            and number is not None
            and piece.single
            and not counts_on
            and following.kind is Kind.PARAGRAPH
            and shape.is_heading_like(piece.text)
        ):
            yield index, (True, _SECTION)


def short_lines(pieces: Sequence[Piece], start: int) -> Iterator[tuple[int, tuple[bool, str]]]:
    """Yield for each short line whether it is a heading, and what is doubtful about it, if anything."""
    index = start
    while index < len(pieces):
        stop = index
        while stop < len(pieces) and _is_label(pieces, stop):
            stop += 1
        if stop == index:
            index += 1
        else:
            yield from _run(pieces, index, stop)
            index = stop


def _is_label(pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if piece.kind is not Kind.PARAGRAPH or not piece.single or piece.first.is_row:
        return False
    if shape.is_furniture(piece.text) or not shape.is_short(piece.text):
        return False
    if not shape.is_glossary(piece.text):
        return True
    neighbours = [*pieces[max(index - 1, 0) : index], *pieces[index + 1 : index + 2]]
    return not any(near.kind is Kind.PARAGRAPH and shape.is_glossary(near.text) for near in neighbours)


def _run(pieces: Sequence[Piece], start: int, stop: int) -> Iterator[tuple[int, tuple[bool, str]]]:
    """Decide on short lines that stand one after the other."""
    capitals = {index for index in range(start, stop) if shape.is_capitals(pieces[index].text)}
    for index in sorted(capitals):
        if index + 1 < len(pieces):
            yield index, (True, "")
    rest = [index for index in range(start, stop) if index not in capitals]
    if not rest:
        if stop == len(pieces):
            yield stop - 1, (False, _LAST)
        return
    above = pieces[start - 1] if start else None
    led_in = above is not None and shape.ends_with_colon(above.text) and not pieces[start].first.gap
    last = rest[-1]
    heading = last + 1 < len(pieces) and shape.is_heading_like(pieces[last].text)
    if len(rest) == 1:
        if shape.is_heading_like(pieces[last].text):
            yield last, (heading, _single_doubt(pieces, last) if heading else _LAST)
    elif led_in or not heading or stop == len(pieces):
        yield rest[0], (False, _LIST_LOST.format(len(rest)) if led_in else _SHORT_LINES.format(len(rest)))
    elif len(rest) == 2 and shape.is_heading_like(pieces[rest[0]].text):
        yield rest[0], (True, _TWO_HEADINGS)
        yield last, (True, _single_doubt(pieces, last))
    else:
        yield rest[0], (False, _SHORT_LINES.format(len(rest) - 1))
        yield last, (True, _AFTER_SHORT_LINES)


def _single_doubt(pieces: Sequence[Piece], index: int) -> str:
    piece = pieces[index]
    if shape.ends_with_question(piece.text):
        return _QUESTION
    if shape.is_glossary(piece.text):
        return _COLON_WITHIN
    if index and pieces[index - 1].kind is Kind.TITLE:
        return _UNDER_TITLE
    return ""


_SECTION = (
    "a short numbered line above a paragraph: taken as the heading of a numbered section; "
    "if it is a list item, delete the ## before it"
)
_LAST = "a short line with nothing under it: kept as a paragraph; if it is a heading, put ## before it"
_LIST_LOST = (
    "{} short lines after a colon: kept as paragraphs; "
    "if they are a list that lost its bullets, put - before each"
)
_SHORT_LINES = (
    "{} short lines one after the other: kept as paragraphs; "
    "if they are headings put ## before each, if they are a list put - before each"
)
_AFTER_SHORT_LINES = (
    "the last of several short lines: taken as a heading; if it is not, delete the ## before it"
)
_TWO_HEADINGS = "two short lines one after the other: both taken as headings; if one is not, delete its ##"
_QUESTION = "a short question: taken as a heading; if it is a sentence of the text, delete the ## before it"
_COLON_WITHIN = (
    "a short line with a colon in it: taken as a heading; if it is a term with its definition, delete the ##"
)
_UNDER_TITLE = (
    "the line right under the title: taken as a heading; "
    "if it is a subtitle, an author or a date, delete the ##"
)
