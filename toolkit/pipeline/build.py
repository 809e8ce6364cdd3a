"""``toolkit build``: every document in every locale, as Markdown and HTML, in two passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from toolkit.assemble.offer import translations_of
from toolkit.assemble.page import TranslatedPage, assemble_page, source_page
from toolkit.errors import CatalogError, SourceError
from toolkit.markdown.rendering import source_heading_ids
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.pipeline.assets import AssetCopies
from toolkit.pipeline.created_catalog import is_draft
from toolkit.pipeline.kept_pages import KeptPages
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.site_theme import site_theme
from toolkit.publish.layout import locale_index_path, page_paths
from toolkit.publish.plan import plan_page, plan_site_pages
from toolkit.publish.site import site_index
from toolkit.publish.summary import summarize
from toolkit.publish.theme import Theme
from toolkit.workspace.output_folder import PublishReport, publish_outputs


@dataclass(frozen=True, slots=True)
class Job:
    """A page of the first pass, waiting to be rendered against the index of all."""

    page: TranslatedPage
    summary: PageSummary
    heading_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    site: SiteIndex
    report: PublishReport
    held_back: tuple[PageSummary, ...]
    """Pages that are not published, for too little of them is translated."""
    kept: tuple[PageSummary, ...]
    """Pages of an earlier build that could not be made now, and stay."""


@dataclass(slots=True)
class _FirstPass:
    """All pages decided and verified; nothing rendered, nothing written."""

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
        self.kept.update((*page_paths(name, locale), locale_index_path(locale)))
        self.kept_locales.add(locale.bcp47)

    def keeps(self, path: str) -> bool:
        """Tell whether an output of an earlier build stays, though this one does not plan it."""
        folder = path.split("/")[1:2]
        asset = not path.endswith((".html", ".md"))
        return path in self.kept or (asset and bool(folder) and folder[0] in self.kept_locales)


def build(files: ProjectFiles) -> Built:
    """Build all editions and return what became of the output folder.

    The first pass decides every message of every page; together they are the site's index.  In the
    second each page is rendered against it and written.  A document or a PO file that cannot be read
    leaves the pages of an earlier build as they are.
    """
    theme = site_theme(files)
    first = _first_pass(files)
    overrides: dict[LocaleTag, LanguageOverrides] = {}
    for locale in files.locales:
        if found := files.overrides(locale.tag):
            overrides[locale.tag] = found
    site = site_index(
        files.source_locale,
        [locale.tag for locale in files.locales],
        first.documents,
        [*(job.summary for job in first.jobs), *first.kept_pages],
        overrides,
    )
    outputs = chain(_pages(files, first, site, theme), plan_site_pages(site, theme))
    report = publish_outputs(files.project, outputs, keep=first.keeps)
    files.report.found(report.findings)
    for error in report.failed:
        files.report.failed(error)
    held_back = tuple(job.summary for job in first.jobs if not job.summary.published)
    return Built(site, report, held_back, tuple(first.kept_pages))


def _first_pass(files: ProjectFiles) -> _FirstPass:
    result = _FirstPass()
    earlier = KeptPages(files)
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
        min_complete = files.project.settings.min_complete
        page = source_page(parsed)
        summary = summarize(
            page, files.source_locale, files.source_locale, draft=False, min_complete=0.0, heading_ids=ids
        )
        result.jobs.append(Job(page, summary, ids))
        for locale in files.locales:
            try:
                catalog = files.catalog(locale, source.domain)
            except CatalogError as error:
                files.report.failed(error)
                result.keep(source.name, locale.tag)
                result.kept_pages += earlier.summaries(source, (locale.tag,), ids)
                continue
            page = assemble_page(parsed, translations_of(catalog))
            files.report.found(page.findings)
            summary = summarize(
                page,
                locale.tag,
                files.source_locale,
                draft=is_draft(catalog),
                min_complete=min_complete,
                heading_ids=ids,
            )
            result.jobs.append(Job(page, summary, ids))
    return result


def _pages(files: ProjectFiles, first: _FirstPass, site: SiteIndex, theme: Theme) -> Iterator[Output]:
    assets = AssetCopies(files)
    for job in first.jobs:
        if job.summary.published:
            plan = plan_page(job.page, job.summary, site, theme, job.heading_ids)
            files.report.found(plan.findings)
            yield from plan.outputs
            yield from assets.copies(plan.assets)
