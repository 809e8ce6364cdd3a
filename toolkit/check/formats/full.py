"""Findings for people: the line of the file with the piece underlined, the source's place, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from toolkit.check.formats.concise import headline
from toolkit.model.finding import Excerpt, Finding
from toolkit.model.printable import columns, is_right_to_left, printable

WIDTH: Final = 96
"""Columns of a line that are shown around the piece."""
_MOST: Final = 4 * WIDTH
"""Characters that are shown at most: marks that take no column have no end by it."""


def full(findings: Iterable[Finding]) -> str:
    """Return a paragraph for each finding."""
    return "\n".join("".join(f"{line}\n" for line in _lines(finding)) for finding in findings)


def _lines(finding: Finding) -> Iterator[str]:
    yield headline(finding)
    if finding.excerpt:
        number = str(finding.place.line)
        margin = " " * len(number)
        line, piece = _shown(finding.excerpt)
        yield f"  {number} | {line}"
        yield f"  {margin} | {piece}"
    if finding.source:
        yield f"    source: {printable(str(finding.source))}"
    if finding.hint:
        yield f"    help: {printable(finding.hint)}"


def _shown(excerpt: Excerpt) -> tuple[str, str]:
    """Return the line, cut to the width around the piece, and what stands below it."""
    line, start, stop = excerpt.line, excerpt.start, excerpt.stop
    # One character more than is shown tells that something is left out.
    before = printable(line[max(0, start - _MOST - 1) : start])
    piece = printable(line[start : min(stop, start + _MOST + 1)])
    after = printable(line[stop : stop + _MOST + 1])
    piece = _first(piece, WIDTH)
    room = max(0, WIDTH - columns(piece))
    if columns(before) + columns(after) > room or max(len(before), len(after)) > _MOST:
        wanted = min(columns(before), max(room // 2, room - columns(after)))
        before = _last(before, wanted)
        after = _first(after, room - columns(before))
    line = f"{before}{piece}{after}"
    if is_right_to_left(line):  # no mark stands below its letter there
        return f"\u2068{line}\u2069", f"here: \u2068{piece}\u2069"
    return line, " " * columns(before) + "^" * max(1, columns(piece))


def _last(text: str, width: int) -> str:
    cut = len(text) - _fitting(reversed(text), width)
    return text if not cut else "…" + text[len(text) - _fitting(reversed(text), width - 1) :]


def _first(text: str, width: int) -> str:
    if _fitting(text, width) == len(text):
        return text
    return text[: _fitting(text, width - 1)] + "…"


def _fitting(characters: Iterable[str], width: int) -> int:
    """Return how many of these characters, from the first on, fit into some columns."""
    used = count = 0
    for character in characters:
        used += columns(character)
        if used > width or count == _MOST:
            break
        count += 1
    return count
