"""Texts of strangers, made fit for a terminal: nothing moves the cursor or turns the line around."""

from __future__ import annotations

import re
import unicodedata

_UNFIT = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff"
    "\\U000e0000-\\U000e0fff\\ud800-\\udfff]"
)


def printable(text: str) -> str:
    """Return a text with each control, bidirectional control and invisible character as its escape."""
    return _UNFIT.sub(_escaped, text)


def columns(text: str) -> int:
    """Return the columns that a text takes in a terminal (UAX #11; combining marks take none)."""
    if text.isascii():
        return len(text)
    count = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        count += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return count


def is_right_to_left(text: str) -> bool:
    """Tell whether a terminal may show a part of the text from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return {9: "\\t", 10: "\\n", 13: "\\r"}.get(code) or f"\\u{{{code:x}}}"
