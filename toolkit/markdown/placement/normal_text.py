"""A translation as the text that any place gets, and the forms that this may take there."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.common.utils import MD_TRIM_CHARS

from toolkit.markdown.line_start import escape_line_start
from toolkit.markdown.message_text import source_run

_OUTER: Final = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\ufeff"
_UNSEEN: Final = (
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2063\u2800\u3164\ufeff\uffa0"
)
"""Characters without a glyph: a text of them alone would make a passage vanish."""
# The looks behind keep long runs of spaces linear.
_BLANK_LINES = re.compile(r"(?<![ \t])[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_AROUND_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


def normal_text(translation: str) -> str:
    """Return a translation without outer space and blank lines, its outer no-break spaces spelled out."""
    text = translation.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip(_OUTER)
    text = _AROUND_BREAK.sub("\n", _BLANK_LINES.sub(" ", text))
    core = text.strip(MD_TRIM_CHARS + _OUTER)
    if not core.strip(MD_TRIM_CHARS + _OUTER + _UNSEEN):
        return ""
    # The parser trims every white space that JavaScript knows from the ends of a run.
    begin = text.index(core)
    before, after = "".join(map(_entity, text[:begin])), "".join(map(_entity, text[begin + len(core) :]))
    if after and (len(core) - len(core.rstrip("\\"))) % 2:
        core += "\\"  # else the backslash would escape the entity
    return before + core + after


def placed_forms(translation: str) -> tuple[str, ...]:
    """Return the texts that a translation can become where it is placed, itself first.

    A line end in an address is no address; a space or a backslash in its place makes one.
    """
    text = normal_text(translation)
    if text == translation and "\n" not in text:
        return (translation,)
    # A mark escaped at the beginning of a line pairs with none.
    escaped = "\n".join(map(escape_line_start, text.split("\n")))
    texts = (text, escaped) if escaped != text else (text,)
    forms = (translation, *texts, *(t.replace("\n", end) for t in texts for end in (" ", "\\\n", "  \n")))
    return tuple(dict.fromkeys(forms))


def same_content(expected: str, found: str) -> bool:
    """Tell whether a parsed run is the expected one; space that begins a line means nothing."""
    return expected == found or source_run(expected) == source_run(found)


def _entity(character: str) -> str:
    return "" if character in _OUTER else f"&#{ord(character)};"
