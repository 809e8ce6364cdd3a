"""The files of a project as values: parsed documents and catalogs, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit import __version__
from toolkit.catalog.po.header import HeaderSettings
from toolkit.catalog.po.reader import read_catalog
from toolkit.errors import ConfigError, SourceError
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.catalog import Catalog
from toolkit.model.layout import MarkdownLayout, parse_layout
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.translate_url import translate_url
from toolkit.pipeline.levels import Levels
from toolkit.pipeline.report import ExitCode, Report
from toolkit.workspace.locales import LocaleFolder, discover_locales
from toolkit.workspace.project import Project, find_project
from toolkit.workspace.read import read_bytes_or_none, read_source
from toolkit.workspace.source_file import SourceFile
from toolkit.workspace.sources import discover_sources


def _go_on() -> None:
    pass


@dataclass(slots=True)
class ProjectFiles:
    """An opened project: its sources, its locales, and the report of the run."""

    project: Project
    sources: tuple[SourceFile, ...]
    locales: tuple[LocaleFolder, ...]
    source_locale: LocaleTag
    report: Report = field(default_factory=Report)
    pulse: Callable[[], None] = _go_on
    """Called between the pieces of a long work; what it raises ends that work."""

    def documents(self) -> Iterator[ParsedDocument]:
        """Yield each document that can be used, in order; the others are in the report."""
        for source in self.sources:
            try:
                yield self.document(source)
            except SourceError as error:
                self.report.failed(error)

    def document(self, source: SourceFile) -> ParsedDocument:
        """Return one document; what its author should know is in the report. Raises `SourceError`."""
        limits = self.project.settings.limits
        parsed = parse_document(read_source(self.project.root, source, limits), limits.nesting)
        self.report.found(parsed.findings)
        return parsed

    def po_path(self, locale: LocaleFolder, domain: str) -> str:
        """Return where a PO file stands below the project folder, with ``/``."""
        return f"{locale.path}/{domain}.po"

    def translate_url(self, locale: LocaleFolder, domain: str) -> str:
        """Return where one can translate a document into a locale, or nothing."""
        pattern = self.project.settings.translate_url_of(locale.tag)
        return translate_url(pattern, locale.tag, domain, self.po_path(locale, domain))

    def po_bytes(self, locale: LocaleFolder, domain: str) -> bytes | None:
        """Return a PO file's bytes, or ``None`` where there is none; raises `CatalogError`."""
        path = self.po_path(locale, domain)
        return read_bytes_or_none(self.project.root, path, self.project.settings.limits)

    def catalog(self, locale: LocaleFolder, domain: str) -> Catalog | None:
        """Return a locale's catalog of a document, or ``None``; raises `CatalogError`."""
        self.pulse()
        data = self.po_bytes(locale, domain)
        return None if data is None else self.read(data, self.po_path(locale, domain))

    def memory(self, locale: LocaleFolder) -> Catalog | None:
        """Return the translations that were imported for a locale, or ``None``; raises `CatalogError`."""
        data = read_bytes_or_none(self.project.root, locale.memory_path, self.project.settings.limits)
        return None if data is None else self.read(data, locale.memory_path)

    def read(self, data: bytes, path: str) -> Catalog:
        """Return the catalog that bytes hold; raises `CatalogError`."""
        limits = self.project.settings.limits
        return read_catalog(data, path, max_bytes=limits.po_bytes, max_entries=limits.po_entries)

    @property
    def layout(self) -> MarkdownLayout:
        """Where the Markdown editions stand."""
        names = (source.name for source in self.sources)
        return parse_layout(self.project.settings.layout, self.source_locale, names)

    def overrides(self, locale: LocaleTag) -> LanguageOverrides | None:
        """Return what the configuration says of a locale."""
        return self.project.settings.locales.get(locale.gettext)

    def header_settings(self, segmentation: str) -> HeaderSettings:
        """Return what new PO files say in their header."""
        settings = self.project.settings
        return HeaderSettings(
            project=settings.project,
            bugs_address=settings.bugs_address,
            source_locale=self.source_locale.gettext,
            generator=f"l10n-toolkit {__version__}",
            segmentation=segmentation,
        )


def open_project(
    start: Path, config: Path | None = None, locales: Sequence[str] = (), *, with_sources: bool = True
) -> ProjectFiles:
    """Return the project that a folder lies in, restricted to some locales if any are named.

    Raises `ConfigError` where there is no project, no source, or no such locale.
    """
    project = find_project(start, config)
    source_locale = LocaleTag.parse(project.settings.source_locale)
    report = Report(level=Levels(project.settings.check, source_locale))
    sources: tuple[SourceFile, ...] = ()
    if with_sources:
        listed = discover_sources(project)
        sources = listed.sources
        report.found(listed.findings, ExitCode.USAGE)
    folders, findings = discover_locales(project)
    report.found(findings, ExitCode.USAGE)
    folders = tuple(folder for folder in folders if folder.tag != source_locale)
    return ProjectFiles(project, sources, _chosen(folders, locales), source_locale, report)


def _chosen(folders: tuple[LocaleFolder, ...], names: Sequence[str]) -> tuple[LocaleFolder, ...]:
    if not names:
        return folders
    by_tag = {folder.tag: folder for folder in folders}
    chosen = []
    for name in names:
        try:
            tag = LocaleTag.parse(name)
        except ValueError as error:
            raise ConfigError(str(error), rule="locale", hint="write a tag such as pt-BR") from None
        if tag not in by_tag:
            known = ", ".join(folder.folder for folder in folders) or "none"
            raise ConfigError(
                f'the locale "{name}" has no PO files (known: {known})',
                rule="locale",
                hint=f"add it: toolkit add-locale {tag.bcp47}",
            )
        chosen.append(by_tag[tag])
    return tuple(sorted(set(chosen), key=lambda folder: folder.folder))
