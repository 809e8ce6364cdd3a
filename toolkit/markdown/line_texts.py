"""Texts within a line of structure: the title of a container, the argument of a tag."""

from __future__ import annotations

import re
from html import unescape

from markdown_it.common.utils import MD_TRIM_CHARS

from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import bracket_ends
from toolkit.model.segment import Encoding, Segment

_ESCAPED = re.compile(r"\\([\"\\])")
_BREAKS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_QUOTED_SCALAR = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_SPECIAL_START = re.compile(r"[\"'|>#&*!%@`\[\]{},]|[-?:](?:\s|$)")
_ENDS_SCALAR = re.compile(r"\s#|:(?:\s|$)")
_SPECIAL = re.compile(r"[\"\\]")


def decoded(written: str, encoding: Encoding) -> str:
    """Return the text that stands between the quotes of a tag."""
    if encoding is Encoding.SHORTCODE:
        return _ESCAPED.sub(r"\1", written)
    return unescape(written) if encoding is Encoding.JSX else written


def encoded(source: str, segment: Segment, text: str) -> str:
    """Return a text as it is written between the quotes of its tag: on one line, without outer space.

    What cannot be written there is left as it is: the structure of the result is verified.
    """
    line = _BREAKS.sub(" ", text.replace("\0", "\ufffd").strip(MD_TRIM_CHARS))
    if segment.encoding is Encoding.SHORTCODE:
        return _SPECIAL.sub(r"\\\g<0>", line)
    if segment.encoding is Encoding.JSX:
        line = line.replace("&", "&amp;")
        quote = source[segment.region[1]]
        return line.replace(quote, "&quot;" if quote == '"' else "&#39;")
    return line


def option_value(written: str, text: str) -> str:
    """Return a text on one line as the value of an option, between quotes where YAML would not read it whole.

    ``written`` is the source's value: what that begins with may begin the translation too.
    """
    if _QUOTED_SCALAR.fullmatch(text) and _QUOTED_SCALAR.fullmatch(written):
        return text
    special = _SPECIAL_START.match(text) and (text[0] in "\"'|>#" or text[0] != written[:1])
    if special or _ENDS_SCALAR.search(text):
        return '"' + _SPECIAL.sub(r"\\\g<0>", text) + '"'
    return text


def title_line(source: str, segment: Segment, text: str) -> str:
    """Return a title on one line; between brackets, those of its own that have no partner are escaped."""
    line = text.replace("\n", " ")
    start, stop = segment.region
    if source[start - 1 : start] != "[" or source[stop : stop + 1] != "]":
        return line
    pairs = bracket_ends(line)
    paired = {*pairs, *pairs.values()}
    parts: list[str] = []
    copied = 0
    for piece in scan_inline(line):
        if (
            piece.kind in (PieceKind.OPEN, PieceKind.OPEN_IMAGE, PieceKind.CLOSE)
            and piece.start not in paired
        ):
            at = piece.stop - 1
            parts += (line[copied:at], "\\")
            copied = at
    return "".join(parts) + line[copied:]
