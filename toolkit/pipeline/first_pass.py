"""The first pass of a build: every message of every page is decided, nothing is rendered or written."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.assemble.page import TranslatedPage, source_page
from toolkit.catalog.po.provenance import provenance_of
from toolkit.errors import CatalogError, SourceError
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.model.layout import MarkdownLayout
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary
from toolkit.model.provenance import UNKNOWN
from toolkit.pipeline.created_catalog import is_draft
from toolkit.pipeline.kept_pages import KeptPages
from toolkit.pipeline.locale_pages import LocalePages
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.layout import html_path, locale_index_path, not_found_path, page_paths
from toolkit.publish.summary import summarize
from toolkit.publish.tags import FOLDER as TAG_FOLDER


@dataclass(frozen=True, slots=True)
class Job:
    """A page, waiting to be rendered against the index of all."""

    page: TranslatedPage
    summary: PageSummary
    heading_ids: tuple[str, ...]
    held_back: str = ""
    """Why it is not published, or empty."""


@dataclass(slots=True)
class FirstPass:
    """All pages, decided and verified, and those that could not be made."""

    layout: MarkdownLayout
    jobs: list[Job] = field(default_factory=list)
    documents: list[tuple[str, str]] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    """Output paths of pages that could not be made now: what an earlier build wrote there stays."""
    kept_locales: set[str] = field(default_factory=set)
    """Folders of locales that have such pages: what those pages show stays as well."""
    kept_pages: list[PageSummary] = field(default_factory=list)
    """Those pages, so that other pages still lead there."""

    def keep(self, name: str, locale: LocaleTag) -> None:
        """Leave an earlier page alone, with its language's index and the images it may show."""
        self.kept.update(
            (
                *page_paths(name, locale, self.layout),
                *(locale_index_path(locale), not_found_path(locale), html_path("search", locale)),
            )
        )
        self.kept_locales.add(locale.bcp47)

    def keeps(self, path: str) -> bool:
        """Tell whether an output of an earlier build stays, though this one does not plan it."""
        folder = path.split("/")[1:2]
        is_tag = path.split("/")[2:3] == [TAG_FOLDER]
        asset = is_tag or not path.endswith((".html", ".md"))
        shared = path.startswith("markdown/") and not self.layout.has_folders
        of_kept = bool(self.kept_locales) if shared else bool(folder) and folder[0] in self.kept_locales
        return path in self.kept or (asset and of_kept)


def first_pass(files: ProjectFiles) -> FirstPass:
    """Return the pages of all documents in all locales; what cannot be read is in the report."""
    result = FirstPass(files.layout)
    earlier = KeptPages(files)
    pages = LocalePages(files)
    locales = tuple(locale.tag for locale in files.locales)
    for source in files.sources:
        try:
            parsed = files.document(source)
        except SourceError as error:
            files.report.failed(error)
            for tag in (files.source_locale, *locales):
                result.keep(source.name, tag)
            if kept := earlier.summaries(source, locales):
                result.documents.append((source.name, source.path))
                result.kept_pages += kept
            continue
        result.documents.append((source.name, source.path))
        ids = source_heading_ids(parsed)
        page = source_page(parsed)
        summary = summarize(
            page, files.source_locale, files.source_locale, draft=False, min_complete=0.0, heading_ids=ids
        )
        result.jobs.append(Job(page, summary, ids))
        tags = summary.tags
        for locale in files.locales:
            try:
                catalog = files.catalog(locale, source.domain)
            except CatalogError as error:
                files.report.failed(error)
                result.keep(source.name, locale.tag)
                result.kept_pages += earlier.summaries(source, (locale.tag,), ids, tags)
                continue
            found = pages.page(parsed, locale, catalog)
            own_ids = source_heading_ids(found.shown.parsed) if found.as_of else ids
            summary = summarize(
                found.shown,
                locale.tag,
                files.source_locale,
                draft=is_draft(catalog),
                min_complete=found.min_complete,
                heading_ids=own_ids,
                tally=found.tally,
                as_of=found.as_of,
                provenance=provenance_of(catalog.header, locale.tag) if catalog else UNKNOWN,
                translate_url=files.translate_url(locale, source.domain),
            )
            result.jobs.append(Job(found.shown, summary, own_ids, found.held_back))
    return result
