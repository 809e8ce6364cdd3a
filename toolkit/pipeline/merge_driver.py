"""``toolkit merge-driver``: git's three versions of a PO file become one, entry by entry."""

from __future__ import annotations

from pathlib import Path

from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.three_way.conflict import Conflict
from toolkit.catalog.three_way.merge import merge_catalogs
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.output import Output
from toolkit.pipeline.report import Report
from toolkit.workspace.git import merge_as_text
from toolkit.workspace.read import read_bytes_or_none
from toolkit.workspace.settings import Limits
from toolkit.workspace.write import write_if_different

_SHOWN = 50
_LIMITS = Limits()


def merge_files(base: Path, ours: Path, theirs: Path, shown: str, *, strict: bool) -> Report:
    """Merge three versions of a PO file into ``ours``; return what a person has to look at.

    ``shown`` names the file in findings. An empty or missing ``base`` means that both sides have added the
    file. With ``strict``, conflicts are errors. Where a version cannot be read as a PO file, git merges the
    three as text, and that is an error in any case. Raises ``OutputError``.
    """
    report = Report()
    try:
        one = _read(ours, "our version", shown)
        two = _read(theirs, "their version", shown)
        old = _read(base, "the version before both", shown) if _bytes(base, shown) else Catalog(shown)
        result = merge_catalogs(old, one, two)
        data = write_catalog(result.catalog)
        # Read again: what a broken merge made of the file would be worse than any conflict.
        merged = read_catalog(data, shown, max_bytes=_LIMITS.po_bytes, max_entries=_LIMITS.po_entries)
    except CatalogError as error:
        report.found([_as_text(error, shown, merge_as_text(base, ours, theirs))])
        return report
    write_if_different(ours.parent, Output(ours.name, data), durable=False)
    by_key = {entry.key: entry for entry in merged.entries}
    severity = Severity.ERROR if strict else Severity.WARNING
    report.found(_finding(conflict, by_key[conflict.key], shown, severity) for conflict in result.conflicts)
    return report


def _read(path: Path, side: str, shown: str) -> Catalog:
    try:
        data = _bytes(path, shown)
        return read_catalog(data or b"", shown, max_bytes=_LIMITS.po_bytes, max_entries=_LIMITS.po_entries)
    except CatalogError as error:
        message = f"{side} cannot be merged by entry: {error.message}"
        raise CatalogError(
            message, rule=error.rule, path=shown, line=error.line, column=error.column, hint=error.hint
        ) from None


def _bytes(path: Path, shown: str) -> bytes | None:
    try:
        return read_bytes_or_none(path.parent, path.name, _LIMITS)
    except CatalogError as error:
        raise CatalogError(error.message, rule=error.rule, path=shown, hint=error.hint) from None


def _as_text(error: CatalogError, shown: str, merged: bool) -> Finding:
    done = "git merged the file as text" if merged else "our version is left as it is"
    place = Place(shown, error.line, error.column)
    return Finding(
        error.rule, Severity.ERROR, f"{error.message}; {done}", place, "mend the file, then git add it"
    )


def _finding(conflict: Conflict, entry: Entry, shown: str, severity: Severity) -> Finding:
    if conflict.what == "msgstr":
        text = _short(conflict.key.text)
        message = f'two translations of "{text}": theirs stands in a comment, and the entry is fuzzy'
        hint = "choose one, then remove the comment and the fuzzy mark"
    else:
        ours, theirs = _short(conflict.ours[0]), _short(conflict.theirs[0])
        message = f'{conflict.what} is "{ours}" in our version, which is kept, and "{theirs}" in theirs'
        hint = "see which of the two is right"
    return Finding("merge-conflict", severity, message, Place(shown, entry.msgstr_line, 1), hint)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
