"""Texts without the line breaks in them."""

from __future__ import annotations

import re
from typing import Final

from toolkit.markdown.message_text import fold_lines

BLANKS: Final = " \t\n\v\f\r"
"""The ASCII characters that are white space: what gettext's programs trim and count."""

# Looking back keeps a long run of blanks without a break linear.
_BREAK = re.compile(r"(?<![ \t\v\f])[ \t\v\f]*[\n\r][ \t\n\v\f\r]*")
_LINE_END = re.compile(r"\r\n?|\n")


def line_breaks(text: str) -> int:
    """Return how many lines of a text end: at LF, CR or CRLF."""
    return len(_LINE_END.findall(text))


def joined(text: str) -> str:
    """Return a text in one line: breaks become a space, and nothing between two Han or Kana characters."""
    if "\n" not in text and "\r" not in text:
        return text
    return _BREAK.sub(_joint, text)


def spaced(text: str) -> str:
    """Return a text in one line: every break becomes a space."""
    return _BREAK.sub(" ", text)


def _joint(match: re.Match[str]) -> str:
    text = match.string
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    # Extraction decides the same of soft breaks.
    return "" if all(around) and fold_lines("\n".join(around)) == "".join(around) else " "
