"""The outputs of a page: its edition in Markdown and in HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.destinations import Destination
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.heading_marks import heading_marks
from toolkit.markdown.page_loads import PageLoads
from toolkit.markdown.render_settings import Target
from toolkit.markdown.splice import splice
from toolkit.model.finding import Finding
from toolkit.model.layout import DEFAULT_LAYOUT
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.model.segment import Span
from toolkit.publish.about_translation import about_translation
from toolkit.publish.layout import NOT_FOUND, copy_path, html_path, markdown_path
from toolkit.publish.links import Asset, PageLinks
from toolkit.publish.page_body import page_body
from toolkit.publish.page_frame import fact_values, head_values, way_values
from toolkit.publish.page_view import View
from toolkit.publish.taken_paths import taken_paths
from toolkit.publish.theme import Theme


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What becomes of one page."""

    outputs: tuple[Output, ...]
    """Its Markdown and its HTML edition; paths are below the output folder."""
    assets: tuple[Asset, ...]
    """The files that they need beside them."""
    findings: tuple[Finding, ...]
    """What is wrong with its links."""
    loads: PageLoads
    """What the source page loads and runs: what the document's pages may in every language."""
    copy: Output
    """The Markdown edition once more, beside the HTML edition, which names it."""


def plan_page(
    page: TranslatedPage,
    summary: PageSummary,
    site: SiteIndex,
    theme: Theme,
    heading_ids: tuple[str, ...],
    marked_headings: bool = False,
    loads: PageLoads | None = None,
) -> PagePlan:
    """Return the outputs of a published page.

    The Markdown edition is the page's text; only destinations that would lead nowhere are other ones, and
    with ``marked_headings`` its headings say their ids. The tokens of ``page.edition`` are used up: a page
    is planned once. ``loads`` is what the source page loads, where its plan has said so already. Raises
    ``ConfigError`` for a template that is wrong.
    """
    locale = summary.locale
    path = html_path(summary.name, locale)
    view = View(site, locale, path, theme.words(locale), anywhere=summary.name == NOT_FOUND)
    taken = taken_paths(site, theme)
    links = PageLinks(page, locale, site, taken)
    copied = links
    if site.layout != DEFAULT_LAYOUT:  # which is that of the pages, beside which the copy stands
        copied = PageLinks(page, locale, replace(site, layout=DEFAULT_LAYOUT), taken)
    marks: tuple[tuple[Span, str], ...] = ()
    if marked_headings:
        dialect = dialect_of(page.parsed.document.options)
        marks = heading_marks(page.edition, heading_ids, page.parsed.heading_ids.keys(), dialect)
    target = links.target if copied is links else _both(links, copied)
    body = page_body(page, view, heading_ids, target, loads, highlight_code=theme.highlight_code)
    source = site.page(summary.name, site.source_locale)
    about = None
    if source and not view.is_source:
        about = about_translation(view, summary, source, body.waiting, body.stale)
    context = {
        **view.common(),
        **head_values(view, summary, body.loads),
        **fact_values(view, page, summary),
        **way_values(view, summary, source),
        **body.values,
        "about": about,
    }
    html = theme.render("page.html", view.words, context)
    text = splice(page.edition.text, sorted((*links.edits, *marks)))
    copy = text if copied is links else splice(page.edition.text, sorted((*copied.edits, *marks)))
    outputs = (
        Output(markdown_path(summary.name, locale, site.layout), text.encode("utf-8")),
        Output(path, html.encode("utf-8")),
    )
    beside = Output(copy_path(summary.name, locale), copy.encode("utf-8"))
    return PagePlan(outputs, links.assets, links.findings, body.loads, beside)


def _both(links: PageLinks, copied: PageLinks) -> Callable[[Destination], Target]:
    """Return what resolves a destination for a page, its Markdown edition, and the copy of that."""

    def target(destination: Destination) -> Target:
        copied.target(destination)
        return links.target(destination)

    return target
