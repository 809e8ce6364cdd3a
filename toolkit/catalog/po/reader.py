"""PO bytes to a catalog and back; what is damaged or ambiguous is refused with its place, never repaired."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from toolkit.catalog.po.decoding import TO_UTF8, decoded, foreign_charset
from toolkit.catalog.po.deferred import deferred_entries
from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.header import HEADER_KEY, header_fields
from toolkit.catalog.po.ordinary import match_entry
from toolkit.catalog.po.scanner import refusal
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey

MAX_BYTES = 64 * 1024 * 1024
MAX_ENTRIES = 100_000

_BOM = "\ufeff".encode()


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
            hint="take its last state from version control, or delete it to begin anew",
        )
    with _without_collector():
        return _read(_Source(data, path), max_entries)


@contextmanager
def _without_collector() -> Iterator[None]:
    # Nothing made here forms a circle, and looking for one among ever more entries takes a tenth of the time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(source: _Source, max_entries: int) -> Catalog:
    data, path = source.data, source.path
    entries: list[Entry] = []
    firsts: dict[MessageKey, Entry] = {}
    position = source.begin[0]
    for entry, stop in source.entries():
        if len(entries) == max_entries:
            raise CatalogError(
                f"more than {max_entries} entries",
                rule="po-limit",
                path=path,
                line=entry.line,
                hint="split the document, or raise the limit",
            )
        if not entry.obsolete:
            key = entry.key
            first = firsts.setdefault(key, entry)
            if first is not entry:
                raise _duplicate(entry, first.line, path)
            if key == HEADER_KEY:
                source.check_charset(entry, position)
        entries.append(entry)
        position = stop
    return Catalog(
        path,
        tuple(entries),
        data.startswith(_BOM),
        data[position:].decode(),
        "\r\n" if 2 * data.count(b"\r\n") > data.count(b"\n") else "\n",
        header_fields(entries[0]) if entries else {},
    )


def write_catalog(catalog: Catalog) -> bytes:
    """Return the bytes of a catalog: for one that was read, those it was read from."""
    # Entry by entry: joined first, one emoji would make the text four times as long.
    parts = [entry.raw.encode() for entry in catalog.entries]
    return b"".join([_BOM if catalog.bom else b"", *parts, catalog.tail.encode()])


class _Source:
    # The bytes of a file; their text, too, from the first entry on that is not written as gettext does.
    def __init__(self, data: bytes, path: str) -> None:
        if b"\0" in data:
            decoded(data, path)
        self.data = data
        self.path = path
        self.text: str | None = None
        self.begin = (len(_BOM) if data.startswith(_BOM) else 0, 0)
        self.known = self.begin

    def entries(self) -> Iterator[tuple[Entry, int]]:
        position, line = self.begin[0], 1
        while True:
            try:
                for entry, stop, next_line in deferred_entries(self.data, position, line):
                    position, line = stop, next_line
                    yield entry, position
            except UnicodeDecodeError:
                decoded(self.data, self.path)
                raise
            if position == len(self.data):
                return
            text, start = self.in_text(position)
            scanned = match_entry(text, start, line) or scan_entry(text, start, self.path, line)
            if scanned is None:
                return
            entry = scanned.entry
            position += len(entry.raw.encode())
            line += entry.raw.count("\n")
            self.known = (position, scanned.stop)
            yield entry, position

    def in_text(self, position: int) -> tuple[str, int]:
        if self.text is None:
            self.text = decoded(self.data, self.path).removeprefix("\ufeff")
        last_position, last_start = self.known if self.known[0] <= position else self.begin
        start = last_start + len(self.data[last_position:position].decode())
        self.known = (position, start)
        return self.text, start

    def check_charset(self, header: Entry, position: int) -> None:
        foreign = foreign_charset(header.msgstr)
        if foreign is not None:
            text, start = self.in_text(position)
            place = text.find("charset=", start)
            raise refusal(
                f"the header declares the character set {foreign[:40]!a}; only UTF-8 is read",
                text,
                place if place >= 0 else start,
                self.path,
                rule="po-charset",
                hint=f"{TO_UTF8}, or correct the header if it is UTF-8 already",
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
