"""The title of a link reference definition: its text, and a translation between its marks.

CommonMark 0.31, 4.7 and 6.3: plain text with backslash escapes and character references, between double or
single quotation marks or parentheses, and without a blank line.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it.common.utils import unescapeAll

from toolkit.markdown.message_text import joined_by_break
from toolkit.model.segment import Segment

_SPACE: Final = " \t\r\n"
# The looks behind keep long runs of spaces linear.
_BREAK = re.compile(r"(?<![ \t\r\n])[ \t]*[\r\n][ \t\r\n]*")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*[\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_REFERENCE = re.compile(r"&#?\w{1,32};", re.ASCII)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|\Z)")
_CLOSING: Final = {"(": ")"}


def title_text(title: str) -> str:
    """Return the message of a title as its reader sees it: on one line, without the space around it.

    A line break becomes a space, between two Han or Kana characters nothing.
    """
    text = title.strip(_SPACE)
    parts: list[str] = []
    copied = 0
    for found in _BREAK.finditer(text):
        unspaced = joined_by_break(text[found.start() - 1 : found.start()], text[found.end()])
        parts += (text[copied : found.start()], "" if unspaced else " ")
        copied = found.end()
    return "".join(parts) + text[copied:]


def title_problem(segment: Segment, translation: str) -> str | None:
    """Return why a translation of a title cannot be published, or ``None``."""
    text = translation.strip(_SPACE)
    if _BLANK_LINE.search(text):
        return "the translation has a blank line, which a title cannot hold"
    for found in _CONTROL.finditer(text):
        if found[0] not in segment.key.text:
            return f"the translation has the control character U+{ord(found[0]):04X}"
    return None


def written_title(text: str, opening: str, pipes: bool) -> str:
    """Return a text as it is written as a title, marks included, so that it is read as that text.

    ``text`` is as `title_text` makes it, ``opening`` the mark that it begins with; ``pipes`` tells whether
    pipes must be escaped too. Character references spell what would be read otherwise: the programs that do
    not know backslash escapes in a title hand them to the browser, which reads them.
    """
    closing = _CLOSING.get(opening, opening)
    # First the ampersands: what follows writes others.
    text = _REFERENCE.sub(_without_reference, text)
    text = _ESCAPE.sub("&#92;", text)
    for mark in dict.fromkeys((opening, closing, *("|" * pipes))):
        text = text.replace(mark, "&quot;" if mark == '"' else f"&#{ord(mark)};")
    return opening + text + closing


def _without_reference(found: re.Match[str]) -> str:
    written = found[0]
    return written if unescapeAll(written) == written else "&amp;" + written[1:]
