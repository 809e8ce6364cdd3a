"""What ``toolkit check`` is asked to look at: a project, a part of it, or PO files of no project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.catalog.po.reader import read_catalog
from toolkit.check.catalog_view import CatalogView
from toolkit.check.file_check import check_catalog
from toolkit.errors import CatalogError, ConfigError
from toolkit.languages.names import is_known_language
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.check import ProjectCheck, check_words
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.named_parts import name_of, named_parts, po_files
from toolkit.pipeline.project_files import ProjectFiles, open_project
from toolkit.pipeline.report import ExitCode, Report
from toolkit.workspace.read import read_named
from toolkit.workspace.settings import Limits

_TAG = r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Z]{2}|[0-9]{3}))?(?:@[a-z]+)?"
_FOLDER = re.compile(rf"(?:^|/)({_TAG})/LC_MESSAGES/")
_NAME = re.compile(rf"(?:^|[/.])({_TAG})\.po$")
_NONE = ("no-project", "no-sources", "babel-cfg")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looked at, and what it found."""

    paths: tuple[str, ...]
    findings: tuple[Finding, ...]
    """By place, each once."""
    failures: dict[Finding, ExitCode] = field(default_factory=dict, hash=False)
    """Those of them that stand for a file or a setting that could not be used."""
    root: Path = Path()
    """What their paths are relative to."""
    limits: Limits = field(default_factory=Limits)
    """How large the files may be."""


def check_paths(start: Path, paths: Sequence[Path], config: Path | None, locales: Sequence[str]) -> Checked:
    """Look at these files and folders, or at the whole project; nothing is written.

    A PO file that is of no project is looked at by itself.  Raises `ConfigError` for a path that is not
    there, for a folder without articles and PO files, and where there is neither project nor path.
    """
    files = _project(start, config, locales, bool(paths))
    report = Report()
    alone = _Alone(start, report, files)
    if files is None:
        names = [alone.look_at(path) for path in po_files(start, paths)]
        return Checked(tuple(names), tuple(report.sorted_findings()), report.failures, start)
    parts = named_parts(files, start, paths)
    looked_at = [alone.look_at(path) for path in parts.alone]
    if parts.wanted or not paths:
        run = ProjectCheck(files, Judging(files, deciding=False))
        run.run()
        looked_at += (path for path in run.paths if not paths or parts.include(path))
    failures = files.report.failures
    for finding in files.report.findings:
        path = finding.place.path
        # Without a setting that could not be used the rest may be right or not, whatever part is asked for.
        if not paths or parts.include(path) or (finding in failures and path not in parts.known):
            report.findings.append(finding)
            if finding in failures:
                report.failures[finding] = failures[finding]
    project = files.project
    findings = tuple(report.sorted_findings())
    return Checked(tuple(looked_at), findings, report.failures, project.root, project.settings.limits)


def _project(
    start: Path, config: Path | None, locales: Sequence[str], may_be_absent: bool
) -> ProjectFiles | None:
    try:
        return open_project(start, config, locales)
    except ConfigError as error:
        if may_be_absent and error.rule in _NONE:
            return None
        raise


class _Alone:
    """Looks at PO files of no project; by the project's settings, where there is one around."""

    def __init__(self, start: Path, report: Report, files: ProjectFiles | None) -> None:
        self._start = start
        self._report = report
        self._files = files
        self._root = files.project.root if files else start
        self._limits = files.project.settings.limits if files else Limits()

    def look_at(self, path: Path) -> str:
        """Look at a file, given relative to the start; return its name in findings."""
        limits = self._limits
        name = name_of(path, self._start, self._root)
        try:
            data = read_named(self._start / path, limits)
            catalog = read_catalog(data, name, max_bytes=limits.po_bytes, max_entries=limits.po_entries)
        except CatalogError as error:
            error.path = name
            self._report.failed(error)
            return name
        source = self._files.source_locale if self._files else LocaleTag("en")
        locale = _locale(catalog, (self._start / path).parent)
        if locale is None:
            profile = Judging(self._files, deciding=False).profile(name, None)
            self._report.found(check_catalog(CatalogView(catalog, None), profile))
        else:
            self._report.found(check_words(self._files, catalog, locale, source))
        return name


def _locale(catalog: Catalog, folder: Path) -> LocaleTag | None:
    """Return the language of a PO file: as its folder or name says, else its header."""
    named = (_FOLDER.findall(catalog.path) or _NAME.findall(catalog.path))[-1:]
    tags: list[LocaleTag] = []
    for text in (*named, catalog.header.get("Language", "")):
        with suppress(ValueError):
            tags.append(LocaleTag.parse(text))
    doubtful = len({tag.language for tag in tags}) > 1 and not _FOLDER.search(catalog.path)
    if doubtful and not all(_NAME.search(f"/{one.name}") for one in folder.glob("*.po")):
        tags.reverse()  # "os.po" beside "functions.po" is no Ossetic, but "de.po" beside "fr.po" is German
    # "app.po" and "web.po" look like languages, too.
    return next((tag for tag in tags if is_known_language(tag)), tags[-1] if tags else None)
