"""Backslash escapes of PO strings, read as gettext reads them."""

from __future__ import annotations

import re

_SIMPLE = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    '"': '"',
    "\\": "\\",
}
_ESCAPE = re.compile(r'\\(?P<simple>[abfnrtv"\\])|(?P<bytes>(?:\\[0-7]{1,3}|\\x[0-9A-Fa-f]+)+)|(?P<bad>\\)')
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]{1,3}))")


class BadEscape(ValueError):
    """An escape that says nothing; ``offset`` is its place in the string."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def unescape(content: str) -> str:
    """Return what stands between the quotation marks of a PO string, without its escapes.

    Octal and hexadecimal escapes are bytes of UTF-8, as in gettext. Raises ``BadEscape`` at an unknown
    escape, a NUL, and bytes that are no UTF-8.
    """
    if "\\" not in content:
        return content
    if "\\\\" not in content:
        common = content.replace('\\"', '"').replace("\\n", "\n")
        if "\\" not in common:
            return common
    return _ESCAPE.sub(_meaning, content)


def _meaning(match: re.Match[str]) -> str:
    if match["simple"]:
        return _SIMPLE[match["simple"]]
    if match["bad"]:
        raise BadEscape(match.start())
    values = [
        int(hexadecimal, 16) if hexadecimal else int(octal, 8)
        for hexadecimal, octal in _BYTE.findall(match["bytes"])
    ]
    if any(not 0 < value < 256 for value in values):
        raise BadEscape(match.start())
    try:
        return bytes(values).decode("utf-8")
    except UnicodeDecodeError:
        raise BadEscape(match.start()) from None
