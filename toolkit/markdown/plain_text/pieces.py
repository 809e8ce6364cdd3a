"""Lines of plain text gathered into paragraphs, list items, tables and separators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from toolkit.markdown.plain_text import shape
from toolkit.markdown.plain_text.lines import Line
from toolkit.markdown.plain_text.wrapping import Wrapping


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Something we decided and could have decided otherwise."""

    line: int
    """Line of the input, from 1."""
    message: str
    """What we decided and what the alternative is, in plain words."""


class Kind(Enum):
    """What a piece of the text is."""

    TITLE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    RULE = auto()
    """A line without letters or digits."""
    ITEM = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the text; of a list, one item."""

    kind: Kind
    first: Line
    text: str
    """All lines joined, without the marker of an item."""
    single: bool = True
    """Whether it stands on one line of the input."""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def line(self) -> int:
        """Line of the input, from 1."""
        return self.first.number


def gather(lines: Sequence[Line]) -> tuple[list[Piece], list[Doubt]]:
    """Return the pieces of a text in order, none of them a heading yet, and what is doubtful about them."""
    wrapping = Wrapping(lines)
    pieces: list[Piece] = []
    doubts: list[Doubt] = []
    at = 0
    while at < len(lines):
        first = lines[at]
        if rows := _table(lines, at):
            doubts.append(Doubt(first.number, _TABLE.format(len(rows), len(rows[0]))))
            pieces.append(Piece(Kind.TABLE, first, "", rows=rows))
            at += len(rows)
            continue
        parts, stop = [first.body or first.text], at + 1
        item = first if first.marker else None
        while stop < len(lines) and wrapping.continues(lines[stop - 1], lines[stop], item=item):
            if shape.splits_word(parts[-1], lines[stop].text):
                doubts.append(Doubt(lines[stop].number, _HYPHEN))
            parts += [shape.between(parts[-1], lines[stop].text), lines[stop].text]
            stop += 1
        kind = Kind.ITEM if first.marker else Kind.RULE if first.is_rule else Kind.PARAGRAPH
        if kind is Kind.RULE:
            doubts.append(Doubt(first.number, _RULE))
        elif stop < len(lines) and _torn(lines[stop - 1], lines[stop]):
            doubts.append(Doubt(lines[stop].number, _TORN))
        pieces.append(Piece(kind, first, "".join(parts), len(parts) == 1))
        at = stop
    return pieces, doubts


def _table(lines: Sequence[Line], at: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table that begins at a line, or nothing."""
    width = len(lines[at].cells)
    stop = at
    while width and stop < len(lines) and len(lines[stop].cells) == width:
        if stop > at and lines[stop].gap:
            break
        stop += 1
    rows = tuple(line.cells for line in lines[at:stop])
    # Tabs at the ends of lines make no columns.
    filled = sum(map(any, zip(*rows, strict=True)))
    return rows if len(rows) > 1 and filled > 1 else ()


def _torn(first: Line, second: Line) -> bool:
    """Return whether two lines kept apart may be one sentence."""
    return (
        not second.starts_block
        and len(first.text.split()) > 4
        and shape.starts_lower(second.text)
        and not shape.ends_sentence(first.text)
        and not shape.ends_with_colon(first.text)
    )


_TABLE = (
    "{} lines with {} columns between tabs: made a table whose first row is the header; "
    "if they are no table, write them as paragraphs"
)
_HYPHEN = (
    "a word is divided at the end of the line before: joined with its hyphen kept; "
    "if the hyphen was only there to break the line, delete it"
)
_RULE = (
    "a line of signs only: kept as text; if it is a separator or an underline, delete it or write "
    "a thematic break (---)"
)
_TORN = (
    "this line begins with a small letter: kept as a paragraph of its own; "
    "if it goes on with the line before, join them"
)
