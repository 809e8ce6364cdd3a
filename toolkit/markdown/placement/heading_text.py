"""The text of a heading without what would be read as its marks."""

from __future__ import annotations

import re

from toolkit.markdown.message_text import heading_attributes

_CLOSING_MARKS = re.compile(r"(?:^|(?<=[ \t]))(#+)$")


def without_attributes(text: str) -> str:
    """Return the text of a heading; what looks like an attribute list at its end is escaped."""
    last = text[text.rfind("\n") + 1 :]
    end, _ = heading_attributes(last)
    if end == len(last):
        return text
    at = text.index("{", len(text) - len(last) + end)
    return text[:at] + "\\" + text[at:]


def without_closing_marks(line: str) -> str:
    """Return the text of a heading after ``#`` marks; further ones at its end are escaped."""
    return _CLOSING_MARKS.sub(r"\\\1", line)
