"""Builds and looks at a project, one thing at a time, as often as it is asked to."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Set
from dataclasses import replace
from pathlib import Path
from typing import Final

from toolkit.errors import ConfigError, ToolkitError
from toolkit.model.finding import Finding, finding_of
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary
from toolkit.pipeline.build import Built, build
from toolkit.pipeline.changed_pages import changed_pages, is_shown
from toolkit.pipeline.compare import Comparison, check_findings, compare
from toolkit.pipeline.project_files import open_project
from toolkit.preview.state import Build, LastBuild
from toolkit.workspace.project import Project
from toolkit.workspace.served_file import read_served
from toolkit.workspace.watching import FileState, shown_states, watched_places

_QUICK: Final = 0.2
"""Seconds; where a build takes less, no page is made ahead of it."""


class _SupersededError(Exception):
    """A build is not worth going on with."""


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
        self.beyond: frozenset[str] = frozenset()
        self.shown: dict[str, FileState] = {}
        self._run = secrets.token_hex(4)
        self._count = 0
        self.last = LastBuild(Build(f"{self._run}-0"))
        self._working = threading.Lock()
        self._built: Built | None = None
        self._seconds = 0.0
        self.quick = _QUICK
        self._checks: dict[str, tuple[str, tuple[Finding, ...]]] = {}

    def build(self, superseded: Callable[[], bool] = lambda: False) -> bool:
        """Build the project as it is now; pages of an earlier build stay where that fails.

        Asks now and then whether it is superseded; if so it ends, what it has written stays, and it returns
        false: it has to be made anew, later.
        """

        def pulse() -> None:
            if superseded():
                raise _SupersededError

        with self._working:
            begun = time.perf_counter()
            self._checks.clear()
            shown = shown_states(self.project.root, self.beyond)
            try:
                files = open_project(self._start, self._config)
                self.project = files.project
                self.places = watched_places(files.project)
                files.pulse = pulse
                # The index takes longer than a reader of the open page would wait.
                search_stays = self._built is not None and self._built.site.search
                built = self._built = build(files, search_stays=search_stays)
            except _SupersededError:
                return False
            except ToolkitError as error:
                self.shown = dict(shown)
                finding, id = finding_of(error), self._next_id()
                self.last.put(lambda before: replace(before, id=id, findings=(finding,), stopped=True))
                return True
            self._note_shown(built)
            self._seconds = time.perf_counter() - begun
            found = tuple(one for one in files.report.sorted_findings() if self._is_shown(one))
            id = self.last.now.id if self._is_known(found, built) else self._next_id()
        names = frozenset(source.name for source in files.sources)
        locales = tuple(locale.tag for locale in files.locales)
        self.last.put(lambda _: Build(id, found, False, names, locales, files.source_locale))
        return True

    def build_ahead(self, changed: Set[str]) -> bool:
        """Make the pages of these files alone, to be shown until the next build has written them.

        Paths are below the project's folder.  Returns whether that was worth while and could be done.
        """
        before = self.last.now
        if self._built is None or before.stopped or self._seconds < self.quick:
            return False
        with self._working:
            try:
                files = open_project(self._start, self._config)
                made = changed_pages(files, self._built, changed)
            except ToolkitError:
                return False
            if made is None:
                return False
            self._checks.clear()
        others = (one for one in before.findings if one.place.path not in made.looked_at)
        found = {*others, *(one for one in made.findings if self._is_shown(one))}
        shown = tuple(sorted(found, key=Finding.sort_key))
        id, ahead = self._next_id(), {**before.ahead, **made.pages}
        self.last.put(lambda before: replace(before, id=id, findings=shown, ahead=ahead))
        return True

    def _note_shown(self, built: Built) -> None:
        """Keep which files pages show from beyond the watched places, as they were when they were read."""
        root = self.project.root
        beyond = {path for path in built.assets if not any(map((root / path).is_relative_to, self.places))}
        beside = shown_states(root, beyond)
        self.beyond = frozenset(beyond)
        self.shown = {path: state for path, state in beside.items() if path not in beyond}
        self.shown |= {path: state for path in beyond if (state := built.assets[path])}

    def _next_id(self) -> str:
        self._count += 1
        return f"{self._run}-{self._count}"

    def _is_known(self, found: tuple[Finding, ...], built: Built) -> bool:
        """Tell whether the last build shows already all that this one has changed."""
        before = self.last.now
        changed = {path for path in (*built.report.written, *built.report.removed) if is_shown(path)}
        return (
            bool(before.ahead)
            and changed <= before.ahead.keys()
            and found == before.findings
            and all(
                read_served(self.project.output_dir, tuple(path.split("/"))) == content
                for path, content in before.ahead.items()
            )
        )

    def _is_shown(self, finding: Finding) -> bool:
        parts = finding.place.path.split("/")
        of_locale = parts[0] == "locales" and len(parts) > 2
        return not (self._shown and of_locale) or parts[1] == self._shown

    def page_of(self, locale: LocaleTag, name: str) -> tuple[PageSummary | None, str]:
        """Return what the last build knew of a page, and why it is held back, if it is."""
        if self._built is None:
            return None, ""
        summary = self._built.site.pages.get((name, locale))
        return summary, next((reason for one, reason in self._built.held_back if one is summary), "")

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
