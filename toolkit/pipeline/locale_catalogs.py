"""The PO files of one locale: read together, each brought up to its template, and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from toolkit.catalog.foreign_template import template_of
from toolkit.catalog.memory.memory import IMPORTED
from toolkit.catalog.po.reader import write_catalog
from toolkit.catalog.update.locale_update import LocaleUpdate
from toolkit.catalog.update.outcome import Fate
from toolkit.catalog.update.settings import UpdateSettings
from toolkit.errors import CatalogError, OutputError, ToolkitError
from toolkit.model.catalog import Catalog
from toolkit.model.message import Template
from toolkit.model.segment import MessageKey
from toolkit.pipeline.created_catalog import created_catalog, with_header
from toolkit.pipeline.file_change import FileChange, count_of, summary_of
from toolkit.pipeline.migrations import Migrations
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.vanished import Vanished
from toolkit.workspace.clock import let_settle
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.move import move_file
from toolkit.workspace.write import replace_if_unchanged

_ATTEMPTS = 3
_FOUND = (Fate.RESTORED, Fate.SUGGESTED)


class LocaleCatalogs:
    """A locale's PO files and what becomes of them."""

    def __init__(
        self,
        files: ProjectFiles,
        locale: LocaleFolder,
        templates: Mapping[str, Template],
        vanished: Sequence[Vanished],
        settings: UpdateSettings,
        migrations: Migrations,
        previous: Mapping[str, Sequence[MessageKey]],
        write: bool,
    ) -> None:
        """Take the templates of all documents that could be read, and the domains whose document is gone.

        ``previous`` are the keys of the last templates, of those that have changed.
        """
        self._files = files
        self._locale = locale
        self._settings = settings
        self._migrations = migrations
        self._previous = previous
        self._write = write
        gone = {domain.domain: Template(domain.domain, (), domain.segmentation) for domain in vanished}
        self._templates = {**templates, **gone}
        self._catalogs: dict[str, Catalog] = {}
        self._bytes: dict[str, bytes | None] = {}
        self._documents = templates
        self.looked_at = 0

    def changes(self) -> Iterator[FileChange]:
        """Yield the change of each PO file that has one, after it was written."""
        for domain in self._templates:
            self._read(domain)
        update = LocaleUpdate(
            self._catalogs, {**self._unreadable(), **self._documents}, self._settings, self._imported()
        )
        moved = {old: new for new, old in update.moved.items()}
        for domain, template in self._templates.items():
            if domain not in self._bytes or domain in moved:
                continue
            self.looked_at += 1
            try:
                change = self._change(update, template, update.moved.get(domain, domain))
            except ToolkitError as error:
                self._files.report.failed(error)
                continue
            if change is not None:
                yield change

    def _read(self, domain: str) -> None:
        """Read a PO file; one that cannot be read is in the report and left alone."""
        try:
            data = self._files.po_bytes(self._locale, domain)
            if data is not None:
                self._catalogs[domain] = self._files.read(data, self._path(domain))
        except CatalogError as error:
            self.looked_at += 1
            self._files.report.failed(error)
            return
        self._bytes[domain] = data

    def _unreadable(self) -> dict[str, Template]:
        """Return stand-ins for the templates of documents that could not be read: they have what they had."""
        found = {}
        for source in self._files.sources:
            if source.domain not in self._templates:
                try:
                    catalog = self._files.catalog(self._locale, source.domain)
                except CatalogError:
                    continue
                if catalog is not None:
                    self._catalogs[source.domain] = catalog
                    found[source.domain] = template_of(catalog, source.domain)
        return found

    def _imported(self) -> list[tuple[str, Catalog]]:
        try:
            memory = self._files.memory(self._locale)
        except CatalogError as error:
            self._files.report.failed(error)
            return []
        return [] if memory is None else [(IMPORTED, memory)]

    def _change(self, update: LocaleUpdate, template: Template, origin: str) -> FileChange | None:
        """Return the change of a PO file, after it was written; ``origin`` is the domain that it was of."""
        root = self._files.project.root
        path = self._path(template.domain)
        moved_from = self._path(origin) if origin != template.domain else ""
        before, catalog = self._bytes[origin], self._catalogs.get(origin)
        change = self._planned(update, template, before, catalog, moved_from)
        if change is None or change.after is None or not self._write:
            return change
        if moved_from:
            move_file(root, moved_from, path)
        for _ in range(_ATTEMPTS):
            try:
                if replace_if_unchanged(root, path, before, change.after):
                    return change
            except OutputError:
                if moved_from:
                    move_file(root, path, moved_from)
                raise
            let_settle()
            before = self._files.po_bytes(self._locale, template.domain)
            catalog = None if before is None else self._files.read(before, path)
            change = self._planned(update, template, before, catalog, moved_from)
            if change is None or change.after is None:
                return change
        raise OutputError(
            "the file keeps changing while it is updated; it was left alone",
            rule="output-unwritable",
            path=path,
            hint="run extract again",
        )

    def _planned(
        self,
        update: LocaleUpdate,
        template: Template,
        before: bytes | None,
        catalog: Catalog | None,
        moved_from: str,
    ) -> FileChange | None:
        path = self._path(template.domain)
        if catalog is None:
            if not template.messages:
                return None
            empty = created_catalog(self._files, self._locale, template, self._settings.now)
            result = update.update(empty, template)
            summary = summary_of(result) if result.count(*_FOUND) else count_of(len(template.messages))
            return FileChange(path, None, write_catalog(result.catalog), summary, result.outcomes)
        result = update.update(
            catalog,
            template,
            self._migrations.of(catalog, template),
            None if moved_from else self._previous.get(template.domain),
        )
        if not result.changed and not moved_from:
            return None
        updated = with_header(self._files, self._locale, template, self._settings.now, result.catalog)
        summary = summary_of(result)
        return FileChange(path, before, write_catalog(updated), summary, result.outcomes, moved_from)

    def _path(self, domain: str) -> str:
        return f"{self._locale.path}/{domain}.po"
