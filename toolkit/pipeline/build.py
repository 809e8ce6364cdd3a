"""``toolkit build``: every document in every locale, as Markdown and HTML, in two passes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.pipeline.assets import AssetCopies
from toolkit.pipeline.first_pass import FirstPass, first_pass
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.site_theme import site_theme
from toolkit.publish.localized_files import made_for
from toolkit.publish.plan import plan_page, plan_site_pages
from toolkit.publish.site import site_index
from toolkit.publish.theme import Theme
from toolkit.workspace.collisions import refuse_layout_collisions
from toolkit.workspace.localized_files import files_in_reach
from toolkit.workspace.output_folder import PublishReport, publish_outputs


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    site: SiteIndex
    report: PublishReport
    held_back: tuple[PageSummary, ...]
    """Pages that are not published, for too little of them is translated."""
    kept: tuple[PageSummary, ...]
    """Pages of an earlier build that could not be made now, and stay."""


def build(files: ProjectFiles) -> Built:
    """Build all editions and return what became of the output folder.

    The first pass decides every message of every page; together they are the site's index.  In the
    second each page is rendered against it and written.  A document or a PO file that cannot be read
    leaves the pages of an earlier build as they are.
    """
    locales = [locale.tag for locale in files.locales]
    refuse_layout_collisions(files.sources, [files.source_locale, *locales], files.layout)
    theme = site_theme(files)
    first = first_pass(files)
    held_back = tuple(job.summary for job in first.jobs if not job.summary.published)
    overrides: dict[LocaleTag, LanguageOverrides] = {}
    for locale in files.locales:
        if found := files.overrides(locale.tag):
            overrides[locale.tag] = found
    site = site_index(
        files.source_locale,
        locales,
        first.documents,
        [*(job.summary for job in first.jobs), *first.kept_pages],
        overrides,
        files.layout,
        _localized_files(files, first, locales),
    )
    outputs = chain(_pages(files, first, site, theme), plan_site_pages(site, theme))
    report = publish_outputs(files.project, outputs, keep=first.keeps)
    files.report.found(report.findings)
    for error in report.failed:
        files.report.failed(error)
    return Built(site, report, held_back, tuple(first.kept_pages))


def _localized_files(files: ProjectFiles, first: FirstPass, locales: list[LocaleTag]) -> frozenset[str]:
    documents = (job.page.parsed.document for job in first.jobs if job.summary.locale == files.source_locale)
    found = files_in_reach(files.project.root, ((document.path, document.text) for document in documents))
    return made_for(found, locales, files.source_locale)


def _pages(files: ProjectFiles, first: FirstPass, site: SiteIndex, theme: Theme) -> Iterator[Output]:
    assets = AssetCopies(files)
    marked_headings = files.project.settings.heading_ids != "none"
    jobs = deque(first.jobs)
    first.jobs.clear()
    while jobs:  # a page's tokens are the bulk of the memory: they go when it is written
        job = jobs.popleft()
        if job.summary.published:
            plan = plan_page(job.page, job.summary, site, theme, job.heading_ids, marked_headings)
            files.report.found(plan.findings)
            yield from plan.outputs
            yield from assets.copies(plan.assets)
    assets.report_missing()
