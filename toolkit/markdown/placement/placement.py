"""What is written in a segment's place, and what the parser must then find there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placement:
    """What to write over a segment's region, and the content that the parser must then find there."""

    written: str
    content: str
