"""``toolkit check --fix``: what can be mended without thinking is mended in the PO files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Final

from toolkit.catalog.po.fields import with_translations
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.wrapping import visible_width
from toolkit.errors import OutputError, ToolkitError
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.finding import Finding, Fix
from toolkit.model.segment import MessageKey
from toolkit.pipeline.report import Report
from toolkit.workspace.clock import let_settle
from toolkit.workspace.lock import locales_lock
from toolkit.workspace.paths import is_relative
from toolkit.workspace.read import read_named
from toolkit.workspace.settings import Limits
from toolkit.workspace.write import replace_if_unchanged, replace_named_if_unchanged

_ATTEMPTS: Final = 5


def fix_findings(
    root: Path,
    findings: Iterable[Finding],
    report: Report,
    limits: Limits,
    waiting: Callable[[], None] = lambda: None,
) -> dict[str, int]:
    """Apply the fixes of findings to their PO files; return how many were applied to each, by path.

    An entry whose translation is another one than the finding was about is left alone: somebody has saved
    the file since.  Of a file that cannot be written the report says so.  Entries that are not mended keep
    every byte.
    """
    by_path: dict[str, set[Fix]] = defaultdict(set)
    for finding in findings:
        if finding.fix is not None:
            by_path[finding.place.path].add(finding.fix)
    done: dict[str, int] = {}
    ours = any(path.startswith("locales/") for path in by_path)
    with locales_lock(root, waiting=waiting) if ours else nullcontext():
        for path, fixes in sorted(by_path.items()):
            try:
                if count := _fix_file(root, path, fixes, limits):
                    done[path] = count
            except ToolkitError as error:
                report.failed(error)
    return done


def _fix_file(root: Path, path: str, fixes: set[Fix], limits: Limits) -> int:
    target = root / path
    for _ in range(_ATTEMPTS):
        before = read_named(target, limits)
        catalog = read_catalog(before, path, max_bytes=limits.po_bytes, max_entries=limits.po_entries)
        fixed, count = _fixed(catalog, fixes)
        if not count:
            return 0
        after = write_catalog(fixed)
        if is_relative(path):
            written = replace_if_unchanged(root, path, before, after)
        else:
            written = replace_named_if_unchanged(target, before, after)
        if written:
            return count
        let_settle()
    raise OutputError(
        "the file keeps changing while it is mended; it was left alone",
        rule="output-unwritable",
        path=path,
        hint="run check --fix again",
    )


def _fixed(catalog: Catalog, fixes: set[Fix]) -> tuple[Catalog, int]:
    """Return the catalog with the fixes, and how many were made: of two that overlap only the first."""
    of_entry: dict[MessageKey, list[Fix]] = defaultdict(list)
    for fix in fixes:
        of_entry[fix.key].append(fix)
    width = visible_width(catalog.entries)
    entries: list[Entry] = []
    count = 0
    for entry in catalog.entries:
        if entry.key not in of_entry or entry.obsolete or entry.fuzzy:
            entries.append(entry)
            continue
        texts = list(entry.translations)
        for form, text in enumerate(texts):
            fitting = [fix for fix in of_entry[entry.key] if (fix.form, fix.of) == (form, text)]
            texts[form], made = _edited(text, fitting)
            count += made
        entries.append(with_translations(entry, texts, catalog.newline, width))
    return replace(catalog, entries=tuple(entries)), count


def _edited(text: str, fixes: list[Fix]) -> tuple[str, int]:
    parts: list[str] = []
    reached = made = 0
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.stop)):
        if fix.start >= reached:
            parts += (text[reached : fix.start], fix.text)
            reached = fix.stop
            made += 1
    return "".join(parts) + text[reached:], made
