"""Builds and looks at a project, one thing at a time, as often as it is asked to."""

from __future__ import annotations

import secrets
import threading
from dataclasses import replace
from pathlib import Path

from toolkit.errors import ConfigError, ToolkitError
from toolkit.model.finding import Finding, finding_of
from toolkit.pipeline.build import build
from toolkit.pipeline.compare import Comparison, check_findings, compare
from toolkit.pipeline.project_files import ProjectFiles, open_project
from toolkit.preview.state import Build, LastBuild
from toolkit.workspace.project import Project
from toolkit.workspace.watching import watched_places


class Workshop:
    """A project that is built again and again; what a build finds never ends it."""

    def __init__(self, start: Path, config: Path | None = None, locale: str = "") -> None:
        """Take a folder of the project; ``locale`` restricts what is shown, never what is built.

        Raises ``ConfigError`` where there is no project, no source, or no such locale.
        """
        self._start = start
        self._config = config
        files = open_project(start, config, [locale] if locale else [])
        self._shown = files.locales[0].folder if locale else ""
        self.first_locale = files.locales[0].tag if locale else None
        self.project: Project = files.project
        self.places = watched_places(files.project)
        self._run = secrets.token_hex(4)
        self._count = 0
        self.last = LastBuild(Build(f"{self._run}-0"))
        self._working = threading.RLock()
        self._checks: dict[str, tuple[str, tuple[Finding, ...]]] = {}

    def build(self) -> None:
        """Build the project as it is now; pages of an earlier build stay where that fails."""
        with self._working:
            self._count += 1
            id = f"{self._run}-{self._count}"
            self._checks.clear()
            try:
                files = open_project(self._start, self._config)
                self.project = files.project
                self.places = watched_places(files.project)
                build(files)
            except ToolkitError as error:
                finding = finding_of(error)
                self.last.put(lambda before: replace(before, id=id, findings=(finding,), stopped=True))
                return
        self.last.put(lambda before: self._built(id, files))

    def _built(self, id: str, files: ProjectFiles) -> Build:
        found = tuple(one for one in files.report.sorted_findings() if self._is_shown(one))
        names = frozenset(source.name for source in files.sources)
        locales = tuple(locale.tag for locale in files.locales)
        return Build(id, found, False, names, locales, files.source_locale)

    def _is_shown(self, finding: Finding) -> bool:
        parts = finding.place.path.split("/")
        of_locale = parts[0] == "locales" and len(parts) > 2
        return not (self._shown and of_locale) or parts[1] == self._shown

    def compare(self, locale: str, name: str) -> Comparison | None:
        """Return a document beside its translation, as they are on disk now; none where there is no such.

        Raises ``ToolkitError`` where the project or the document cannot be used.
        """
        with self._working:
            try:
                files = open_project(self._start, self._config, [locale])
            except ConfigError as error:
                if error.rule == "locale":
                    return None
                raise
            if all(source.name != name for source in files.sources):
                return None
            id = self.last.now.id
            known = self._checks.get(locale)
            if known is None or known[0] != id:  # where one page of a language is looked at, others follow
                known = self._checks[locale] = id, check_findings(files)
            return compare(files, name, known[1])
