"""Which pieces of a plain text are its title and its headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.markdown.plain_text import shape
from toolkit.markdown.plain_text.headings import numbered_sections, short_lines
from toolkit.markdown.plain_text.lines import Line, columns
from toolkit.markdown.plain_text.pieces import Doubt, Kind, Piece, gather


def classify(lines: Sequence[Line]) -> tuple[list[Piece], list[Doubt]]:
    """Return the blocks of a text in order, title and headings among them, and every doubt."""
    pieces, doubts = gather(lines)
    title = next((index for index, piece in enumerate(pieces) if not _skipped(piece)), len(pieces))
    titled = title < len(pieces) and _may_be_title(pieces, title)
    if titled:
        pieces[title] = replace(pieces[title], kind=Kind.TITLE)
        if shape.ends_sentence(pieces[title].text) and not shape.ends_with_question(pieces[title].text):
            doubts.append(Doubt(pieces[title].line, _TITLE_SENTENCE))
    doubts += [Doubt(piece.line, _FURNITURE) for piece in pieces if _is_furniture(piece)]
    body = title + 1 if titled else 0
    headings = {**dict(numbered_sections(pieces, body)), **dict(short_lines(pieces, body))}
    doubts += [Doubt(pieces[index].line, message) for index, (_, message) in headings.items() if message]
    for index, (is_heading, _) in headings.items():
        if is_heading:
            # A numbered section keeps its number in the heading.
            pieces[index] = replace(pieces[index], kind=Kind.HEADING, text=pieces[index].first.text)
    if not titled:
        doubts.append(_title_from_headings(pieces))
    doubts += _labels(pieces)
    doubts += [
        Doubt(piece.line, _OTHER_SECTION if piece.kind is Kind.HEADING else _OTHER_NUMBER)
        for piece in pieces
        if piece.kind in (Kind.HEADING, Kind.PARAGRAPH) and piece.first.other_number
    ]
    return pieces, doubts


def _skipped(piece: Piece) -> bool:
    return piece.kind is Kind.RULE or _is_furniture(piece)


def _is_furniture(piece: Piece) -> bool:
    return piece.kind is Kind.PARAGRAPH and shape.is_furniture(piece.text)


def _may_be_title(pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if piece.kind is not Kind.PARAGRAPH:
        return False
    brief_sentence = piece.single and columns(piece.text) <= 60 and len(pieces) > index + 1
    return shape.is_title_like(piece.text.rstrip(".。") if brief_sentence else piece.text)


def _title_from_headings(pieces: list[Piece]) -> Doubt:
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.HEADING and not piece.first.marker:
            pieces[index] = replace(piece, kind=Kind.TITLE)
            return Doubt(piece.line, _TITLE_LATER)
    return Doubt(pieces[0].line, _NO_TITLE)


def _labels(pieces: Sequence[Piece]) -> Iterator[Doubt]:
    for index, piece in enumerate(pieces[:-1]):
        if (
            piece.kind is Kind.PARAGRAPH
            and pieces[index + 1].kind is Kind.PARAGRAPH
            and shape.ends_with_colon(piece.text)
            and len(piece.text.split()) <= 5
            and columns(piece.text) <= 40
        ):
            yield Doubt(piece.line, _COLON_AT_END)


_TITLE_SENTENCE = (
    "the first line ends like a sentence: taken as the title; if it is not, put the title above it"
)
_TITLE_LATER = (
    "the text does not begin with a title, so this first heading was taken as the title; "
    "if it is a section, make it ## and put the title on top"
)
_NO_TITLE = (
    "no line looks like a title: the text was written without front matter and without a # heading; "
    "put the title on top"
)
_FURNITURE = "looks like a button or label of the web page: kept as text; if it is one, delete it"
_OTHER_SECTION = (
    "a short numbered line: taken as a heading; if it is an item of a list, delete the ## before it"
)
_OTHER_NUMBER = (
    "begins with a number or letter that Markdown lists do not have: kept as a paragraph; "
    "if it is an item of a list, write it with 1. or -"
)
_COLON_AT_END = (
    "ends with a colon, but no list follows: kept as a paragraph; if it is a heading, put ## before it"
)
