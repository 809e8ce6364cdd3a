"""``toolkit build``: every document in every locale, as Markdown and HTML, in two passes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from toolkit.markdown.page_loads import PageLoads
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.pipeline.assets import AssetCopies
from toolkit.pipeline.first_pass import FirstPass, first_pass
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.search_files import SearchFiles
from toolkit.pipeline.site_of import site_of
from toolkit.pipeline.site_theme import site_theme
from toolkit.publish.page_plan import plan_page
from toolkit.publish.site_pages import plan_site_pages
from toolkit.publish.taken_paths import site_redirects
from toolkit.publish.theme import Theme
from toolkit.workspace.collisions import refuse_layout_collisions
from toolkit.workspace.output_folder import PublishReport, publish_outputs
from toolkit.workspace.watching import FileState


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    site: SiteIndex
    report: PublishReport
    held_back: tuple[tuple[PageSummary, str], ...]
    """Pages that are not published, for too little of them is translated, and the reason in words."""
    kept: tuple[PageSummary, ...]
    """Pages of an earlier build that could not be made now, and stay."""
    theme: Theme
    """What the pages look like."""
    assets: Mapping[str, FileState | None]
    """The files that pages show, by path, as they were when they were read; ``None`` where there was none."""


def build(files: ProjectFiles, *, search_stays: bool = False) -> Built:
    """Build all editions and return what became of the output folder.

    The first pass decides every message of every page; together they are the site's index.  In the
    second each page is rendered against it and written.  A document or a PO file that cannot be read
    leaves the pages of an earlier build as they are.  With ``search_stays`` so is the index of the search.
    """
    locales = [locale.tag for locale in files.locales]
    search = SearchFiles(files, skip=search_stays)
    refuse_layout_collisions(files.sources, [files.source_locale, *locales], files.layout)
    theme = site_theme(files)
    search.refuse_collision(theme)
    first = first_pass(files)
    held_back = tuple((job.summary, job.held_back) for job in first.jobs if not job.summary.published)
    site = site_of(files, first)
    files.report.found(site_redirects(site, theme).findings)
    assets = AssetCopies(files)
    outputs = chain(
        search.watch(page_outputs(files, first, site, theme, assets), site),
        plan_site_pages(site, theme),
        search.outputs(first.kept_pages),
    )
    report = publish_outputs(
        files.project, outputs, keep=lambda path: first.keeps(path) or search.keeps(path)
    )
    files.report.found(report.findings)
    for error in report.failed:
        files.report.failed(error)
    return Built(site, report, held_back, tuple(first.kept_pages), theme, assets.states)


def page_outputs(
    files: ProjectFiles, first: FirstPass, site: SiteIndex, theme: Theme, assets: AssetCopies
) -> Iterator[Output]:
    """Yield both editions of each published page of a first pass, and their images; its jobs are used up."""
    marked_headings = files.project.settings.heading_ids != "none"
    jobs = deque(first.jobs)
    first.jobs.clear()
    known: tuple[ParsedDocument, PageLoads] | None = None
    while jobs:  # a page's tokens are the bulk of the memory: they go when it is written
        files.pulse()
        job = jobs.popleft()
        if job.summary.published:
            loads = known[1] if known and known[0] is job.page.parsed else None
            plan = plan_page(job.page, job.summary, site, theme, job.heading_ids, marked_headings, loads)
            if not job.summary.as_of:  # the present text is that of the other languages
                known = job.page.parsed, plan.loads
            files.report.found(plan.findings)
            yield from plan.outputs
            yield plan.copy
            yield from assets.copies(plan.assets)
    assets.report_missing()
