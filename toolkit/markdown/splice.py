"""Putting texts into a document by position; everything else is copied."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model.segment import Span


def splice(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """Return ``text`` with each range replaced; edits are in order and do not overlap."""
    parts: list[str] = []
    copied = 0
    for (start, stop), replacement in edits:
        if start < copied:
            raise ValueError(f"edits overlap or are out of order at offset {start}")
        parts += (text[copied:start], replacement)
        copied = stop
    parts.append(text[copied:])
    return "".join(parts)
