"""White space in HTML: what it is, and how it folds."""

from __future__ import annotations

import re
from typing import Final

from toolkit.markdown.message_text import joined_by_break

WHITE_SPACE: Final = "\t\n\f\r "
"""The characters that separate words in HTML (2.1, "ASCII whitespace"); a no-break space is none."""

_SPACES = re.compile(r"[\t\n\f\r ]+")


def folded(html: str) -> str:
    """Return some HTML without the white space around it, and each run within it as one space.

    A line break between two Han or Kana characters is nothing, as in a paragraph of Markdown.
    """
    return _SPACES.sub(_fold, html.strip(WHITE_SPACE))


def _fold(spaces: re.Match[str]) -> str:
    text, start, stop = spaces.string, spaces.start(), spaces.end()
    return "" if "\n" in spaces[0] and joined_by_break(text[start - 1], text[stop]) else " "
