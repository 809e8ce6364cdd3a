"""Links of the articles that lead nowhere, found without building."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.model.finding import Finding
from toolkit.pipeline.assets import AssetCopies
from toolkit.pipeline.first_pass import FirstPass
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.site_of import site_of
from toolkit.publish.links import PageLinks
from toolkit.publish.taken_paths import site_redirects
from toolkit.publish.theme import Theme


def dead_links(files: ProjectFiles, first: FirstPass) -> Iterator[Finding]:
    """Yield what ``build`` says of links and of old places of pages; files that are missing go to the report.

    Only the source's pages have such findings: a translation has no target that its source has not.  The
    tokens of those pages are used up.
    """
    site = site_of(files, first)
    yield from site_redirects(site, Theme({}, {}, {})).findings
    assets = AssetCopies(files)
    for job in first.jobs:
        if job.summary.locale == files.source_locale:
            links = PageLinks(job.page, job.summary.locale, site, frozenset())
            render_html(job.page.edition, RenderSettings(job.heading_ids, target=links.target))
            yield from links.findings
            for _ in assets.copies(links.assets):
                pass  # nothing is copied; what is missing is noted
    assets.report_missing()
