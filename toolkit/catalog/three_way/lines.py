"""Three-way merge of lists of lines: comments, notes, places, flags."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE_END = re.compile(r"\r*\n")


def merged_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return our lines without those that they removed, and with those that they added.

    An added line follows the one that it follows there, or stands at the end. Where one side changed nothing
    the other side's lines come back as they are.
    """
    if tuple(theirs) in (tuple(base), tuple(ours)):
        return tuple(ours)
    if tuple(ours) == tuple(base):
        return tuple(theirs)
    removed = set(base) - set(theirs)
    known = {*base, *ours}
    result = [line for line in ours if line not in removed]
    for number, line in enumerate(theirs):
        if line in known:
            continue
        known.add(line)
        before = theirs[number - 1] if number else None
        place = result.index(before) + 1 if before in result else len(result)
        result.insert(place, line)
    return tuple(result)


def merged_tail(base: str, ours: str, theirs: str, newline: str) -> str:
    """Return what stands after the last entry: comments and blank lines."""
    plain_base, plain_ours, plain_theirs = (with_line_ends(tail, "\n") for tail in (base, ours, theirs))
    if plain_theirs in (plain_base, plain_ours):
        return ours
    if plain_ours == plain_base:
        return with_line_ends(theirs, newline)
    known = {line for tail in (plain_base, plain_ours) for line in tail.split("\n")}
    added = [line for line in plain_theirs.split("\n") if line.strip() and line not in known]
    gap = newline if added and ours and not ours.endswith("\n") else ""
    return ours + gap + "".join([f"{line}{newline}" for line in added])


def with_line_ends(text: str, newline: str) -> str:
    """Return the text of entries or comments with every line ended in one way."""
    if newline == "\n" and "\r\n" not in text:
        return text
    # No string of an entry goes over a line end, so what is replaced is outside of texts.
    return _LINE_END.sub(lambda _: newline, text)
