"""PO bytes to a catalog and back; what is damaged or ambiguous is refused with its place, never repaired."""

from __future__ import annotations

import re

from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.header import HEADER_KEY, header_fields
from toolkit.catalog.po.ordinary import match_entry
from toolkit.catalog.po.scanner import refusal
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey

MAX_BYTES = 64 * 1024 * 1024
MAX_ENTRIES = 100_000

_CHARSET = re.compile(r"charset=[ \t]*([^\s;]*)", re.IGNORECASE)
_DECLARED = re.compile(rb"charset=[ \t]*([^\s;\\\"]*)", re.IGNORECASE)
# "CHARSET" is what gettext's own templates say.
_UTF8_NAMES = frozenset({"", "utf-8", "utf8", "ascii", "us-ascii", "charset"})
_TO_UTF8 = "convert the file to UTF-8: msgconv --to-code=UTF-8"


def read_catalog(
    data: bytes, path: str, *, max_bytes: int = MAX_BYTES, max_entries: int = MAX_ENTRIES
) -> Catalog:
    """Return the catalog that PO bytes hold; its entries' text, with the tail, is the whole of the bytes.

    Obsolete entries may repeat a key; active ones may not. Raises ``CatalogError`` with one of the rules
    ``po-limit``, ``po-encoding``, ``po-charset``, ``po-conflict``, ``po-syntax`` and ``po-duplicate``.
    """
    if len(data) > max_bytes:
        raise CatalogError(
            f"{len(data)} bytes, more than the {max_bytes} allowed",
            rule="po-limit",
            path=path,
            hint="split the document, or raise the limit",
        )
    if not data:
        # A write that failed leaves such a file; read as one without entries, it would lose its translations.
        raise CatalogError(
            "the file is empty",
            rule="po-syntax",
            path=path,
            line=1,
            column=1,
            hint="restore it, or delete it and run extract again",
        )
    text = _decoded(data, path)
    bom = text.startswith("\ufeff")
    text = text[1:] if bom else text
    entries: list[Entry] = []
    first_lines: dict[MessageKey, int] = {}
    position, line = 0, 1
    while position < len(text):
        scanned = match_entry(text, position, line) or scan_entry(text, position, path, line)
        if scanned is None:
            break
        entry, stop = scanned
        if len(entries) == max_entries:
            raise CatalogError(
                f"more than {max_entries} entries",
                rule="po-limit",
                path=path,
                line=entry.line,
                hint="split the document, or raise the limit",
            )
        if not entry.obsolete:
            if entry.key in first_lines:
                raise _duplicate(entry, first_lines[entry.key], path)
            first_lines[entry.key] = entry.line
            if entry.key == HEADER_KEY:
                _check_charset(entry, text, position, path)
        entries.append(entry)
        line += text.count("\n", position, stop)
        position = stop
    return Catalog(
        path,
        tuple(entries),
        bom,
        text[position:],
        "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n",
        header_fields(entries[0]) if entries else {},
    )


def write_catalog(catalog: Catalog) -> bytes:
    """Return the bytes of a catalog: for one that was read, those it was read from."""
    mark = "\ufeff" if catalog.bom else ""
    return (mark + "".join([entry.raw for entry in catalog.entries]) + catalog.tail).encode("utf-8")


def _decoded(data: bytes, path: str) -> str:
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
                hint=_TO_UTF8,
            ) from None
        raise refusal(
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            readable,
            len(readable),
            path,
            rule="po-encoding",
            hint=_TO_UTF8,
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


def _check_charset(header: Entry, text: str, start: int, path: str) -> None:
    for declared in _CHARSET.findall(header.msgstr):
        name = declared.strip("\"'")
        if name.lower() not in _UTF8_NAMES:
            place = text.find("charset=", start)
            raise refusal(
                f"the header declares the character set {name[:40]!a}; only UTF-8 is read",
                text,
                place if place >= 0 else start,
                path,
                rule="po-charset",
                hint=f"{_TO_UTF8}, or correct the header if it is UTF-8 already",
            )


def _duplicate(entry: Entry, first: int, path: str) -> CatalogError:
    return CatalogError(
        f"a second entry with the msgid of line {first}",
        rule="po-duplicate",
        path=path,
        line=entry.line,
        column=1,
        hint="keep one of the two, with the better translation",
    )
