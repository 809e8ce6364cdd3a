"""``toolkit extract``: documents to templates, and every locale's PO files brought up to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.catalog.po.reader import read_catalog, write_catalog
from toolkit.catalog.template import refresh_template
from toolkit.catalog.update.catalog_update import CatalogUpdate, update_catalog
from toolkit.errors import CatalogError, OutputError, ToolkitError
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.message import Template
from toolkit.model.output import Output
from toolkit.model.segment import MessageKey
from toolkit.pipeline.created_catalog import created_catalog, with_header
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.templates import template_of
from toolkit.pipeline.vanished import vanished_domains
from toolkit.workspace.clock import creation_date
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.read import read_bytes_or_none
from toolkit.workspace.remove import remove_template
from toolkit.workspace.write import replace_if_unchanged, write_if_different

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class FileChange:
    """What extraction does to one file."""

    path: str
    before: bytes | None
    """``None`` where the file does not exist yet."""
    after: bytes | None
    """``None`` where the file goes: the template of a document that is gone."""
    summary: str
    """What happens to its messages: ``+2 new, 1 obsolete``."""


@dataclass(slots=True)
class Extraction:
    """What a run did, or would do."""

    documents: int = 0
    messages: int = 0
    files: int = 0
    """How many templates and PO files were looked at."""
    changes: tuple[FileChange, ...] = ()


def extract(files: ProjectFiles, *, pot_only: bool = False, write: bool = True) -> Extraction:
    """Bring templates and PO files up to the documents; return what changed, or would change.

    A document that cannot be read leaves its template and PO files alone; one that is gone leaves its
    entries obsolete.  A PO file that somebody saves meanwhile is merged again from its new bytes.
    """
    run = _Run(files, creation_date(), write, pot_only)
    changes = [*run.documents(), *run.vanished()]
    run.result.changes = tuple(changes)
    return run.result


class _Run:
    def __init__(self, files: ProjectFiles, now: str, write: bool, pot_only: bool) -> None:
        self.files = files
        self.now = now
        self.write = write
        self.locales = () if pot_only else files.locales
        self.result = Extraction()

    def documents(self) -> Iterator[FileChange]:
        for parsed in self.files.documents():
            self.result.documents += 1
            try:
                yield from self._document(parsed)
            except ToolkitError as error:
                self.files.report.failed(error)

    def _document(self, parsed: ParsedDocument) -> Iterator[FileChange]:
        files = self.files
        template = template_of(parsed, files.project.settings.references)
        path = f"locales/{template.domain}.pot"
        before = read_bytes_or_none(files.project.root, path, files.project.settings.limits)
        after = refresh_template(before, template, files.header_settings(template.segmentation), self.now)
        changed = before != after
        previous = _keys(before, path) if self.locales and changed and before is not None else None
        self.result.messages += len(template.messages)
        self.result.files += 1
        for locale in self.locales:
            yield from self._po(locale, template, previous)
        if changed:
            if self.write:
                write_if_different(files.project.root, Output(path, after), durable=False)
            yield FileChange(path, before, after, _count(template))

    def _po(
        self, locale: LocaleFolder, template: Template, previous: tuple[MessageKey, ...] | None = None
    ) -> Iterator[FileChange]:
        """Yield the change of a PO file, if there is one, after it was written."""
        self.result.files += 1
        try:
            for _ in range(_ATTEMPTS):
                change = self._po_change(locale, template, previous)
                if change is None or change.after is None:
                    return
                if not self.write or replace_if_unchanged(
                    self.files.project.root, change.path, change.before, change.after
                ):
                    yield change
                    return
            raise OutputError(
                "the file keeps changing while it is updated; it was left alone",
                rule="output-unwritable",
                path=f"{locale.path}/{template.domain}.po",
                hint="run extract again",
            )
        except ToolkitError as error:
            self.files.report.failed(error)

    def _po_change(
        self, locale: LocaleFolder, template: Template, previous: tuple[MessageKey, ...] | None
    ) -> FileChange | None:
        path = f"{locale.path}/{template.domain}.po"
        data = self.files.po_bytes(locale, template.domain)
        if data is None:
            if not template.messages:
                return None
            created = created_catalog(self.files, locale, template, self.now)
            return FileChange(path, None, write_catalog(created), _count(template))
        update = update_catalog(self.files.read(data, path), template, self.now, previous)
        if not update.changed:
            return None
        updated = with_header(self.files, locale, template, self.now, update.catalog)
        return FileChange(path, data, write_catalog(updated), _summary(update))

    def vanished(self) -> Iterator[FileChange]:
        """Yield what happens to the files of documents that are gone: all obsolete, no template."""
        for vanished in vanished_domains(self.files, self.locales):
            for locale in vanished.locales:
                yield from self._po(locale, Template(vanished.domain, (), vanished.segmentation))
            if vanished.template is not None:
                path = f"locales/{vanished.domain}.pot"
                try:
                    if self.write:
                        remove_template(self.files.project.root, path)
                except OutputError as error:
                    self.files.report.failed(error)
                    continue
                yield FileChange(path, vanished.template, None, "its document is gone")


def _count(template: Template) -> str:
    number = len(template.messages)
    return "1 message" if number == 1 else f"{number:,} messages"


def _summary(update: CatalogUpdate) -> str:
    parts = []
    if update.added:
        parts.append(f"+{len(update.added)} new")
    if update.restored:
        parts.append(f"{len(update.restored)} restored")
    if update.retired:
        parts.append(f"{len(update.retired)} obsolete")
    return ", ".join(parts) or "comments, references or order"


def _keys(template: bytes, path: str) -> tuple[MessageKey, ...] | None:
    """Return the keys of the template before; ``None`` where it cannot be read, which costs only order."""
    try:
        return tuple(entry.key for entry in read_catalog(template, path).entries if entry.key.text)
    except CatalogError:
        return None
