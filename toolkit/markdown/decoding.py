"""The bytes of a document become its text: strict UTF-8, without NUL, and nothing normalised."""

from __future__ import annotations

import codecs
import re

from toolkit.errors import SourceError

_LINE_END = re.compile(r"\r\n|\n|\r")
_UTF_16_OR_32 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def decode_document(data: bytes, path: str) -> str:
    """Return the text of a document exactly as it stands, byte order mark and line endings included.

    Raises ``SourceError`` with the line and column (in characters, from 1; a byte order mark counts for none)
    of the first byte that is not UTF-8 (``source-encoding``) or of the first NUL (``source-nul``).
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data[: error.start].decode("utf-8"))
        other = data.startswith(_UTF_16_OR_32)
        what = "looks like UTF-16 or UTF-32" if other else f"has a byte 0x{data[error.start]:02X}"
        raise SourceError(
            f"the file {what}, which is not UTF-8",
            rule="source-encoding",
            path=path,
            line=line,
            column=column,
            hint="save the file as UTF-8",
        ) from None
    nul = text.find("\0")
    if nul >= 0:
        line, column = _position(text[:nul])
        raise SourceError(
            "the file holds a NUL character, so it is no text",
            rule="source-nul",
            path=path,
            line=line,
            column=column,
            hint="remove the character, or leave the file out in babel.cfg",
        )
    return text


def _position(before: str) -> tuple[int, int]:
    """Return line and column, from 1, of what follows a text."""
    lines = _LINE_END.split(before.removeprefix("\N{BOM}"))
    return len(lines), len(lines[-1]) + 1
