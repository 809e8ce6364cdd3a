"""What ``toolkit check`` is asked to look at: a project, a part of it, or PO files of no project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.catalog.po.reader import read_catalog
from toolkit.check.catalog_view import CatalogView
from toolkit.check.file_check import check_catalog
from toolkit.errors import CatalogError, ConfigError
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.check import ProjectCheck, check_words
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles, open_project
from toolkit.pipeline.report import ExitCode, Report
from toolkit.workspace.read import read_named
from toolkit.workspace.settings import Limits

_TAG = r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Z]{2}|[0-9]{3}))?(?:@[a-z]+)?"
_IN_PATH = re.compile(rf"(?:^|[/.])({_TAG})(?=/LC_MESSAGES/|\.po$)")
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


def check_paths(start: Path, paths: Sequence[Path], config: Path | None, locales: Sequence[str]) -> Checked:
    """Look at these files and folders, or at the whole project; nothing is written.

    A PO file that is of no project is looked at by itself.  Raises `ConfigError` for a path that is not
    there, and where there is neither project nor path.
    """
    for path in paths:
        if not path.exists():
            raise ConfigError("there is no such file or folder", rule="config", path=str(path))
    files = _project(start, config, locales, bool(paths))
    if files is None:
        report = Report()
        names = [_check_alone(path, report, None) for path in _files(paths)]
        return _checked(tuple(names), report, start)
    wanted, alone = _wanted(files, paths)
    looked_at: list[str] = []
    if wanted or not paths:
        run = ProjectCheck(files, Judging(files, deciding=False))
        run.run()
        looked_at = [path for path in run.paths if not paths or _is_wanted(path, wanted)]
    report = files.report
    if paths:
        report = Report()
        kept = [one for one in files.report.findings if _is_wanted(one.place.path, wanted)]
        report.findings += kept
        report.failures.update(
            {one: files.report.failures[one] for one in kept if one in files.report.failures}
        )
    looked_at += [_check_alone(path, report, files) for path in alone]
    return _checked(tuple(looked_at), report, files.project.root)


def _project(
    start: Path, config: Path | None, locales: Sequence[str], may_be_absent: bool
) -> ProjectFiles | None:
    try:
        return open_project(start, config, locales)
    except ConfigError as error:
        if may_be_absent and error.rule in _NONE:
            return None
        raise


def _checked(paths: tuple[str, ...], report: Report, root: Path) -> Checked:
    return Checked(paths, tuple(report.sorted_findings()), report.failures, root)


def _wanted(files: ProjectFiles, paths: Sequence[Path]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Return the parts of the project that are asked for, and PO files that are no part of it."""
    root = files.project.root.resolve()
    known = {source.path for source in files.sources}
    known |= {files.po_path(locale, source.domain) for locale in files.locales for source in files.sources}
    wanted: list[str] = []
    alone: list[Path] = []
    for path in paths:
        place = path.resolve()
        inside = place.relative_to(root).as_posix() if place.is_relative_to(root) else None
        if inside is not None and (inside in known or place.is_dir()):
            wanted.append(inside)
        elif place.suffix == ".po" or place.is_dir():
            alone += _files([path])
        else:
            raise ConfigError(
                "the file is neither a PO file nor an article of this project",
                rule="config",
                path=str(path),
                hint="articles are what babel.cfg names",
            )
    return tuple(wanted), tuple(alone)


def _is_wanted(path: str, wanted: Sequence[str]) -> bool:
    return any(one in (".", path) or path.startswith(f"{one}/") for one in wanted)


def _files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.po")) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def _check_alone(path: Path, report: Report, files: ProjectFiles | None) -> str:
    """Look at a PO file of no project; by the project's settings, where there is one around."""
    limits = files.project.settings.limits if files else Limits()
    name = path.as_posix()
    try:
        data = read_named(path, limits)
        catalog = read_catalog(data, name, max_bytes=limits.po_bytes, max_entries=limits.po_entries)
    except CatalogError as error:
        report.failed(error)
        return name
    source = files.source_locale if files else LocaleTag("en")
    locale = _locale(catalog)
    if locale is None:
        profile = Judging(files, deciding=False).profile(name, None)
        report.found(check_catalog(CatalogView(catalog, None), profile))
    else:
        report.found(check_words(files, catalog, locale, source))
    return name


def _locale(catalog: Catalog) -> LocaleTag | None:
    """Return the language of a PO file: as its folder or name says, else its header."""
    found = _IN_PATH.findall(catalog.path)
    for text in (*found[-1:], catalog.header.get("Language", "")):
        try:
            return LocaleTag.parse(text)
        except ValueError:
            continue
    return None
