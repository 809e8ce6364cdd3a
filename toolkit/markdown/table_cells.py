"""Where the cells of a table row stand in its source line."""

from __future__ import annotations

from markdown_it.common.utils import MD_TRIM_CHARS


def cell_ranges(row: str) -> list[tuple[int, int]]:
    """Return the trimmed range of each cell of a row, offsets into ``row``.

    Follows the parser to the letter: a pipe counts as escaped when the character before it is a
    backslash, whatever stands before that; empty outer cells are no cells.
    """
    start = len(row) - len(row.lstrip(MD_TRIM_CHARS))
    end = len(row.rstrip(MD_TRIM_CHARS))
    cells: list[tuple[int, int]] = []
    last = position = start
    while (pipe := row.find("|", position, end)) >= 0:
        if pipe == start or row[pipe - 1] != "\\":
            cells.append((last, pipe))
            last = pipe + 1
        position = pipe + 1
    cells.append((last, end))
    if cells and cells[0][0] == cells[0][1]:
        cells.pop(0)
    if cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return [_trimmed(row, *cell) for cell in cells]


def unescape_pipes(cell: str) -> str:
    """Return the content of a cell: each ``\\|`` is a pipe."""
    return cell.replace("\\|", "|")


def _trimmed(row: str, start: int, stop: int) -> tuple[int, int]:
    content = row[start:stop]
    left = len(content) - len(content.lstrip(MD_TRIM_CHARS))
    right = len(content.rstrip(MD_TRIM_CHARS))
    return (start + left, start + right) if left < right else (start, start)
