"""A message with the place it stands in, as far as its PO entry tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.model.segment import MessageKey

# What toolkit.catalog.template writes for the first place; po4a's notes begin alike.
_NOTE = re.compile(r"type: (?P<kind>.*?)(?:, under: (?P<heading>.*?))?(?:; (?:type: .*|and \d+ more))?$")
_NUMBERED = re.compile(r"(?P<file>.+):(?P<line>\d{1,9})$")


@dataclass(frozen=True, slots=True)
class Place:
    """One message as matching sees it."""

    key: MessageKey
    kind: str = ""
    """``paragraph``, ``table cell``; empty where no note says it."""
    heading: str = ""
    """The nearest heading above its first place; empty where no note says it."""
    file: str = ""
    """The first ``#:`` reference without its line number; empty where there is none."""
    line: int = 0
    """The line number of that reference, or 0."""


def place_of(key: MessageKey, notes: Sequence[str], references: Sequence[str]) -> Place:
    """Return the place of a message from its ``#.`` lines and ``#:`` places; of several places the first."""
    kind = heading = file = ""
    line = 0
    for text in notes:
        if note := _NOTE.match(text):
            kind, heading = note["kind"], note["heading"] or ""
            break
    if references:
        file = references[0]
        if numbered := _NUMBERED.match(file):
            file, line = numbered["file"], int(numbered["line"])
    return Place(key, kind, heading, file, line)
