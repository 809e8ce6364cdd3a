"""A glossary as a table: CSV by RFC 4180, one row per term, one column per locale."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.check.glossary.columns import Column, ColumnKind, columns_of
from toolkit.check.glossary.glossary_file import GlossaryFile, GlossaryRow
from toolkit.check.glossary.words import plain_words
from toolkit.errors import InputError
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag

_SEVERAL = "|"
_YES = frozenset(("yes", "y", "true", "x", "1"))
_NO = frozenset(("", "no", "n", "false", "0", "-"))


def read_csv(data: bytes, path: str, source: LocaleTag, *, delimiter: str, max_terms: int) -> GlossaryFile:
    """Return the terms of a table; see ``toolkit.check.glossary.reader.read_glossary``."""
    return _Table(path, delimiter).read(_decoded(data, path), source, max_terms)


class _Record(NamedTuple):
    cells: list[str]
    line: int
    text: str
    """The line that it begins on."""


class _Table:
    """Reads one file and keeps what it objects to."""

    def __init__(self, path: str, delimiter: str) -> None:
        self.path = path
        self.delimiter = delimiter
        self.findings: list[Finding] = []

    def read(self, text: str, source: LocaleTag, max_terms: int) -> GlossaryFile:
        records = self.records(text)
        header = next(records, None)
        if header is None:
            raise _refusal("the file is empty", self.path, 1, 'begin it with its columns: "term,fr,de"')
        columns = columns_of(header.cells, source, lambda *about: self.object_to(header, *about))
        if Column(ColumnKind.TERM) not in columns:
            commas = self.delimiter == "," and "," not in header.text and len(header.text) > len("term")
            hint = "part the columns with commas" if commas else 'call that column "term"'
            message = f'no column holds the terms: none is called "term" or "{source}"'
            raise _refusal(message, self.path, header.line, hint)
        rows: list[GlossaryRow] = []
        for record in records:
            if len(rows) == max_terms:
                raise InputError(
                    f"more than {max_terms:,} terms",
                    rule="glossary-limit",
                    path=self.path,
                    line=record.line,
                    hint="divide the glossary, or leave out what no article uses",
                )
            if any(map(str.strip, record.cells)) and (row := self.row(record, columns)) is not None:
                rows.append(row)
        locales = sorted({column.locale for column in columns if column and column.locale})
        return GlossaryFile(tuple(rows), tuple(locales), tuple(self.findings))

    def records(self, text: str) -> Iterator[_Record]:
        # Universal newlines, untranslated: a line ends at LF, CR or CRLF and nowhere else.
        lines = list(io.StringIO(text, newline=""))
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        while True:
            begin = reader.line_num
            try:
                cells = next(reader, None)
            except csv.Error as error:
                hint = 'write a quotation mark within quotation marks twice: ""'
                raise _refusal(f"not CSV: {error}", self.path, begin + 1, hint) from None
            if cells is None:
                return
            if cells:
                yield _Record(cells, begin + 1, lines[begin])

    def row(self, record: _Record, columns: tuple[Column | None, ...]) -> GlossaryRow | None:
        if any(map(str.strip, record.cells[len(columns) :])):
            message = f"the row has {len(record.cells)} cells and the header {len(columns)}; it is left out"
            self.object_to(record, len(columns), message, "put a cell that holds a comma in quotation marks")
            return None
        term = note = ""
        at = 0
        said = {ColumnKind.KEEP: False, ColumnKind.CASE: False}
        wordings: dict[ColumnKind, dict[LocaleTag, tuple[str, ...]]] = {
            ColumnKind.ALLOWED: {},
            ColumnKind.FORBIDDEN: {},
        }
        for number, (cell, column) in enumerate(zip(record.cells, columns, strict=False)):
            if column is None:
                continue
            value = cell.strip()
            if column.kind is ColumnKind.TERM:
                term, at = value, number
            elif column.kind is ColumnKind.NOTE:
                note = " ".join(value.split())
            elif column.locale is not None:
                wordings[column.kind][column.locale] = _several(value)
            else:
                said[column.kind] = value.lower() in _YES
                if value.lower() not in _YES | _NO:
                    message = f'"{value[:40]}" is neither yes nor no'
                    self.object_to(record, number, message, 'write "yes", or leave it empty')
        if not plain_words(term):
            problem = f'the term "{term[:40]}" has no letters' if term else "the row has no term"
            self.object_to(record, at, f"{problem}; it is left out", "give it a term, or take it out")
            return None
        allowed, forbidden = wordings[ColumnKind.ALLOWED], wordings[ColumnKind.FORBIDDEN]
        for locale, variants in forbidden.items():
            if both := set(variants) & set(allowed.get(locale, ())):
                message = f'"{min(both)[:40]}" is both right and forbidden in {locale}'
                number = columns.index(Column(ColumnKind.FORBIDDEN, locale))
                self.object_to(record, number, message, "take it out of one of the two cells")
        keep, case = said[ColumnKind.KEEP], said[ColumnKind.CASE]
        return GlossaryRow(term, keep, case, note, allowed, forbidden, record.line)

    def object_to(self, record: _Record, number: int, message: str, hint: str) -> None:
        place = Place(self.path, record.line, _column_of(record.text, self.delimiter, number))
        self.findings.append(Finding("glossary-row", Severity.WARNING, message, place, hint))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, cell.split(_SEVERAL)))))


def _column_of(line: str, delimiter: str, number: int) -> int:
    """Return the column, from 1, at which a cell of a line begins; 1 where it is on a later line."""
    quoted = False
    for at, character in enumerate(line):
        if number == 0:
            return at + 1
        if character == '"':
            quoted = not quoted
        elif character == delimiter and not quoted:
            number -= 1
    return 1


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal("the file is not UTF-8", path, line, "save it as UTF-8") from None


def _refusal(message: str, path: str, line: int, hint: str) -> InputError:
    return InputError(message, rule="glossary-syntax", path=path, line=line, column=1, hint=hint)
