"""``toolkit extract``: documents to templates, and every locale's PO files brought up to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace

from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.template import creation_date_of, refresh_template
from toolkit.catalog.update.settings import UpdateSettings
from toolkit.errors import CatalogError, OutputError, ToolkitError
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.message import Template
from toolkit.model.output import Output
from toolkit.model.segment import MessageKey
from toolkit.pipeline.file_change import FileChange, count_of
from toolkit.pipeline.locale_catalogs import LocaleCatalogs
from toolkit.pipeline.migrations import Migrations
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.templates import template_of
from toolkit.pipeline.vanished import vanished_domains
from toolkit.workspace.clock import creation_date
from toolkit.workspace.lock import locales_lock
from toolkit.workspace.read import read_bytes_or_none
from toolkit.workspace.remove import remove_template
from toolkit.workspace.write import write_if_different


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """What a run is asked to do."""

    pot_only: bool = False
    """Leave the PO files alone."""
    write: bool = True
    carry: bool = True
    suggest: bool = False
    prune: int | None = None
    """As in `UpdateSettings`."""


@dataclass(slots=True)
class Extraction:
    """What a run did, or would do."""

    documents: int = 0
    messages: int = 0
    files: int = 0
    """How many templates and PO files were looked at."""
    changes: tuple[FileChange, ...] = ()


def extract(
    files: ProjectFiles,
    options: ExtractOptions = ExtractOptions(),
    waiting: Callable[[], None] = lambda: None,
) -> Extraction:
    """Bring templates and PO files up to the documents; return what changed, or would change.

    A document that cannot be read leaves its template and PO files alone; one that is gone leaves its
    entries obsolete, and one with a new name takes its PO files along. A PO file that somebody saves
    meanwhile is updated again from its new bytes. ``waiting`` is called where another run holds the lock.
    """
    run = _Run(files, creation_date(), options)
    with locales_lock(files.project.root, waiting=waiting) if options.write else nullcontext():
        run.result.changes = tuple(run.changes())
    return run.result


class _Run:
    def __init__(self, files: ProjectFiles, now: str, options: ExtractOptions) -> None:
        self.files = files
        self.now = now
        self.options = options
        self.locales = () if options.pot_only else files.locales
        self.result = Extraction()
        self.templates: dict[str, Template] = {}
        self.previous: dict[str, tuple[MessageKey, ...]] = {}
        self.template_changes: list[FileChange] = []

    def changes(self) -> Iterator[FileChange]:
        for parsed in self.files.documents():
            self.result.documents += 1
            try:
                self.document(parsed)
            except ToolkitError as error:
                self.files.report.failed(error)
        vanished = vanished_domains(self.files, self.locales)
        settings = UpdateSettings(
            self.now,
            self.options.carry,
            self.files.project.settings.memory.exact == "translated",
            self.options.suggest,
            self.options.prune,
        )
        migrations = Migrations(self.files)
        for locale in self.locales:
            gone = [domain for domain in vanished if locale in domain.locales]
            catalogs = LocaleCatalogs(
                self.files,
                locale,
                self.templates,
                gone,
                settings,
                migrations,
                self.previous,
                self.options.write,
            )
            yield from catalogs.changes()
            self.result.files += catalogs.looked_at
        for change in self.template_changes:
            if self.options.write and change.after is not None:
                try:
                    output = Output(change.path, change.after)
                    write_if_different(self.files.project.root, output, durable=False)
                except OutputError as error:
                    self.files.report.failed(error)
                    continue
            yield change
        for domain in vanished:
            if domain.template is not None:
                yield from self.removed(f"locales/{domain.domain}.pot", domain.template)

    def document(self, parsed: ParsedDocument) -> None:
        files = self.files
        template = template_of(parsed, files.project.settings.references)
        path = f"locales/{template.domain}.pot"
        before = read_bytes_or_none(files.project.root, path, files.project.settings.limits)
        after = refresh_template(before, template, files.header_settings(template.segmentation), self.now)
        self.result.messages += len(template.messages)
        self.result.files += 1
        self.templates[template.domain] = replace(template, created=creation_date_of(after))
        if before == after:
            self.previous[template.domain] = tuple(message.key for message in template.messages)
        else:
            if before is not None and self.locales:
                self.remember(template.domain, before, path)
            self.template_changes.append(FileChange(path, before, after, count_of(len(template.messages))))

    def remember(self, domain: str, template: bytes, path: str) -> None:
        """Keep the order of a template that changes; of one that cannot be read nothing is known."""
        with suppress(CatalogError):
            entries = read_catalog(template, path).entries
            self.previous[domain] = tuple(entry.key for entry in entries if entry.key.text)

    def removed(self, path: str, before: bytes) -> Iterator[FileChange]:
        try:
            if self.options.write:
                remove_template(self.files.project.root, path)
        except OutputError as error:
            self.files.report.failed(error)
            return
        yield FileChange(path, before, None, "its document is gone")
