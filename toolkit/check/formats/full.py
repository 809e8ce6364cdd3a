"""Findings for people: the line of the file, the piece underlined, the place of the source, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from toolkit.check.formats.concise import headline
from toolkit.model.finding import Excerpt, Finding
from toolkit.model.printable import columns, is_right_to_left, printable

WIDTH: Final = 96
"""Columns of a line that are shown around the piece."""


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
    before = printable(excerpt.line[: excerpt.start])
    piece = printable(excerpt.line[excerpt.start : excerpt.stop])
    after = printable(excerpt.line[excerpt.stop :])
    if columns(piece) > WIDTH:
        piece = piece[: WIDTH - 1] + "…"
    room = max(0, WIDTH - columns(piece))
    if columns(before) + columns(after) > room:
        wanted = min(columns(before), max(room // 2, room - columns(after)))
        before = _last(before, wanted)
        after = _first(after, room - columns(before))
    line = f"{before}{piece}{after}"
    if is_right_to_left(line):  # no mark stands below its letter there
        return f"\u2068{line}\u2069", f"here: \u2068{piece}\u2069"
    return line, " " * columns(before) + "^" * max(1, columns(piece))


def _last(text: str, width: int) -> str:
    cut = text
    while columns(cut) > max(0, width - 1):
        cut = cut[1:]
    return cut if cut == text else f"…{cut}"


def _first(text: str, width: int) -> str:
    cut = text[: max(0, width)]
    while columns(cut) > max(0, width - 1) and cut != text:
        cut = cut[:-1]
    return cut if cut == text else f"{cut}…"
