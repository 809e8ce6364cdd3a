"""PO bytes to text: UTF-8 and nothing else, whatever the header says."""

from __future__ import annotations

import re

from toolkit.catalog.po.scanner import refusal

_CHARSET = re.compile(r"charset=[ \t]*([^\s;]*)", re.IGNORECASE)
_DECLARED = re.compile(rb"charset=[ \t]*([^\s;\\\"]*)", re.IGNORECASE)
# "CHARSET" is what gettext's own templates say.
_UTF8_NAMES = frozenset({"", "utf-8", "utf8", "ascii", "us-ascii", "charset"})
TO_UTF8 = "convert the file to UTF-8: msgconv --to-code=UTF-8"
"""What helps where a file is not in UTF-8."""


def decoded(data: bytes, path: str) -> str:
    """Return the text, its byte order mark included.

    Raises ``CatalogError``: ``po-charset``, ``po-encoding``, the latter for NUL characters, too.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data)
        name = declared[1].decode("ascii", "replace") if declared else ""
        readable = data[: error.start].decode("utf-8")
        if name.lower() not in _UTF8_NAMES:
            raise refusal(
                f"the file declares the character set {name[:40]!a} and is not UTF-8",
                readable,
                len(readable),
                path,
                rule="po-charset",
                hint=TO_UTF8,
            ) from None
        raise refusal(
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            readable,
            len(readable),
            path,
            rule="po-encoding",
            hint=TO_UTF8,
        ) from None
    if "\0" in text:
        raise refusal(
            "a NUL character: this is no text file",
            text,
            text.index("\0"),
            path,
            rule="po-encoding",
            hint="take the file's last good state from version control",
        )
    return text


def foreign_charset(fields: str) -> str | None:
    """Return the character set that a header's fields declare where it is not UTF-8, else none."""
    names = [declared.strip("\"'") for declared in _CHARSET.findall(fields)]
    return next((name for name in names if name.lower() not in _UTF8_NAMES), None)
