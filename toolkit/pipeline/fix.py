"""``toolkit check --fix``: what can be mended without thinking is mended in the PO files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from toolkit.catalog.po.fields import with_translations
from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.po.wrapping import visible_width
from toolkit.errors import ToolkitError
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.finding import Finding, Fix
from toolkit.model.segment import MessageKey
from toolkit.pipeline.report import Report
from toolkit.workspace.lock import locales_lock
from toolkit.workspace.read import read_named
from toolkit.workspace.settings import Limits
from toolkit.workspace.write import replace_if_unchanged


def fix_findings(
    root: Path, findings: Iterable[Finding], report: Report, waiting: Callable[[], None] = lambda: None
) -> dict[str, int]:
    """Apply the fixes of findings to their PO files; return how many were applied to each, by path.

    A file that somebody saved since it was looked at is left alone, and so is one that cannot be written:
    the report says so.  Entries that are not mended keep every byte.
    """
    by_path: dict[str, set[Fix]] = defaultdict(set)
    for finding in findings:
        if finding.fix is not None:
            by_path[finding.place.path].add(finding.fix)
    done: dict[str, int] = {}
    if not by_path:
        return done
    if (root / "locales").is_dir():
        with locales_lock(root, waiting=waiting):
            return _apply(root, by_path, report)
    return _apply(root, by_path, report)


def _apply(root: Path, by_path: dict[str, set[Fix]], report: Report) -> dict[str, int]:
    done = {}
    for path, fixes in sorted(by_path.items()):
        target = root / path
        try:
            before = read_named(target, Limits())
            catalog = read_catalog(before, path)
            fixed, count = _fixed(catalog, fixes)
            if count and replace_if_unchanged(target.parent, target.name, before, write_catalog(fixed)):
                done[path] = count
        except ToolkitError as error:
            report.failed(error)
    return done


def _fixed(catalog: Catalog, fixes: set[Fix]) -> tuple[Catalog, int]:
    """Return the catalog with the fixes, and how many were made: of two that overlap only the first."""
    of_entry: dict[MessageKey, list[Fix]] = defaultdict(list)
    for fix in fixes:
        of_entry[fix.key].append(fix)
    width = visible_width(catalog.entries)
    entries: list[Entry] = []
    count = 0
    for entry in catalog.entries:
        if entry.key not in of_entry or entry.obsolete:
            entries.append(entry)
            continue
        texts = list(entry.translations)
        for form, text in enumerate(texts):
            texts[form], made = _edited(text, [fix for fix in of_entry[entry.key] if fix.form == form])
            count += made
        entries.append(with_translations(entry, texts, catalog.newline, width))
    return replace(catalog, entries=tuple(entries)), count


def _edited(text: str, fixes: list[Fix]) -> tuple[str, int]:
    parts: list[str] = []
    reached = made = 0
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.stop)):
        if fix.start >= reached and fix.stop <= len(text):
            parts += (text[reached : fix.start], fix.text)
            reached = fix.stop
            made += 1
    return "".join(parts) + text[reached:], made
