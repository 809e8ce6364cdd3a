"""The index that readers search, of the pages that a build publishes and of those that it keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from toolkit.errors import ConfigError, OutputError, SourceError
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.layout import html_path, quoted
from toolkit.publish.search_place import INDEX_FOLDER
from toolkit.publish.theme import Theme
from toolkit.workspace.project import OUTPUT_FOLDER
from toolkit.workspace.read import read_asset
from toolkit.workspace.search_index import SearchIndex, require_pagefind

_TEXT: Final = "main"
_NOT_FOUND: Final = (
    "nav",
    ".page-facts",
    ".notice",
    ".about",
    ".untranslated",  # in the source language: its words are no words of the page's
    ".stale-note",
    ".footnote-ref",
    ".footnote-backref",
    ".footnotes > .visually-hidden",
)
"""What of a page's ``main`` is not its text, or not in its language."""


class SearchFiles:
    """Takes the pages of a site as they are made, then gives the files of their index."""

    def __init__(self, files: ProjectFiles, *, skip: bool = False) -> None:
        """Take the project; with ``skip`` the index stays as the last build left it.

        Raises ``ConfigError`` where the project wants an index and nothing can make it.
        """
        self._files = files
        self._wanted = files.project.settings.search
        if self._wanted:
            require_pagefind()
        self._stays = skip
        self._index = SearchIndex(_TEXT, _NOT_FOUND) if self._wanted and not skip else None

    def refuse_collision(self, theme: Theme) -> None:
        """Raise ``ConfigError`` (``config``) where the theme has files at the place of the index."""
        folder = INDEX_FOLDER.rpartition("/")[2]
        if self._wanted and any(name.casefold().split("/")[0] == folder for name in theme.static):
            name = f"{self._files.project.settings.theme}/static/{folder}"
            message = f"search: {name} would stand where the index goes, in output/{INDEX_FOLDER}"
            raise ConfigError(message, rule="config", hint="give it another name")

    def watch(self, outputs: Iterable[Output], site: SiteIndex) -> Iterator[Output]:
        """Yield outputs as they come, and take the pages of articles among them."""
        paths = {html_path(page.name, page.locale) for page in site.pages.values() if _is_searched(page)}
        for output in outputs:
            if self._index and output.path in paths:
                self._add(output.path, output.content)
            yield output

    def outputs(self, kept: Iterable[PageSummary]) -> Iterator[Output]:
        """Yield the files of the index, once all pages are taken; ``kept`` stay as they are on the disk.

        What goes wrong is in the report: the pages are published without it.
        """
        if self._index is None:
            return
        for page in filter(_is_searched, kept):
            path = html_path(page.name, page.locale)
            with suppress(SourceError):  # somebody has removed it
                self._add(path, read_asset(self._files.project.root, f"{OUTPUT_FOLDER}/{path}"))
        try:
            found = self._index.files() if self._index.pages else {}
        except OutputError as error:
            self._files.report.failed(error)
            self._stays = True
            return
        for name, content in found.items():
            yield Output(f"{INDEX_FOLDER}/{name}", content)

    def keeps(self, path: str) -> bool:
        """Tell whether a file of an earlier index stays, for there is no new one."""
        return self._wanted and self._stays and path.startswith(f"{INDEX_FOLDER}/")

    def _add(self, path: str, content: bytes) -> None:
        if self._index:
            self._index.add(quoted(path.removeprefix("html/")), content.decode("utf-8", "replace"))


def _is_searched(page: PageSummary) -> bool:
    return page.published and page.name != "404"
