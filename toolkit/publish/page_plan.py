"""The outputs of a page: its edition in Markdown and in HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage, source_page
from toolkit.markdown.code_highlighting import unhighlighted
from toolkit.markdown.destinations import Destination
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.document_headings import first_heading
from toolkit.markdown.heading_marks import heading_marks
from toolkit.markdown.page_loads import PageLoads, page_loads
from toolkit.markdown.render_settings import RenderSettings, Target
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.splice import splice
from toolkit.model.finding import Finding
from toolkit.model.layout import DEFAULT_LAYOUT
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.model.segment import Span
from toolkit.publish.about_translation import about_translation
from toolkit.publish.alternates import alternates, canonical_url
from toolkit.publish.content_policy import content_policy
from toolkit.publish.contents import headings, nested
from toolkit.publish.front_phrases import FrontPhrases, Phrase
from toolkit.publish.language_menu import edition_menu
from toolkit.publish.layout import copy_path, html_path, markdown_path
from toolkit.publish.links import Asset, PageLinks
from toolkit.publish.open_graph import open_graph
from toolkit.publish.page_view import View
from toolkit.publish.page_way import crumbs, neighbours
from toolkit.publish.passage_lists import passage_list
from toolkit.publish.passages import passages_of
from toolkit.publish.search_place import searching
from toolkit.publish.structured_data import structured_data
from toolkit.publish.tag_links import tag_links
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
    view = View(site, locale, path, theme.words(locale))
    taken = taken_paths(site, theme)
    links = PageLinks(page, locale, site, taken)
    copied = links
    if site.layout != DEFAULT_LAYOUT:  # which is that of the pages, beside which the copy stands
        copied = PageLinks(page, locale, replace(site, layout=DEFAULT_LAYOUT), taken)
    has_heading = first_heading(page.edition) is not None
    translated = page.translated_tokens()
    listed = headings(page, heading_ids, is_source=view.is_source)
    passages = passages_of(page, view.page_words, view.source_language)
    settings = RenderSettings(
        heading_ids,
        None if view.is_source else view.source_language,
        translated,
        frozenset(page.parsed.inline.keys() - translated),
        passages.marks,
        passages.ids,
        passages.embedded,
        links.target if copied is links else _both(links, copied),
        view.page_words,
        theme.highlight_code,
    )
    marks: tuple[tuple[Span, str], ...] = ()
    if marked_headings:
        dialect = dialect_of(page.parsed.document.options)
        marks = heading_marks(page.edition, heading_ids, page.parsed.heading_ids.keys(), dialect)
    rendered = render_html(page.edition, settings)
    plain = rendered.heading + rendered.body
    if theme.highlight_code:
        plain = unhighlighted(plain)
    if view.is_source:
        loads = page_loads(plain)
    elif loads is None:
        loads = _source_loads(page.parsed)
    front = FrontPhrases(page, is_source=view.is_source)
    ids = {**rendered.ids, **passages.title_ids}
    foreign = Markup(view.source_language.attributes)
    waiting = passage_list(page, passages.waiting, ids, foreign, locale)
    outdated = passage_list(page, passages.stale, ids, foreign, locale)
    reviewed = front.string("reviewed")
    source = site.page(summary.name, site.source_locale)
    about = None
    if source and not view.is_source:
        about = about_translation(view, summary, source, waiting, outdated)
    before, after = neighbours(view, summary.name)
    context = view.common() | {
        "content_policy": searching(content_policy(loads), site),
        "title": view.text(Phrase(summary.title, summary.title_translated)),
        "description": view.text(Phrase(summary.description, summary.description_translated)),
        "title_mark": passages.title_attributes,
        "heading": Markup(rendered.heading),
        "body": Markup(rendered.body),
        "body_has_title": has_heading and not rendered.heading,
        "crumbs": crumbs(view, summary.name),
        "is_start": summary.name == "index",
        "contents": nested(listed, foreign),
        "reading_time": view.reading_time(plain),
        "before": before,
        "after": after,
        "about": about,
        "date": view.date(summary.date),
        "tags": tag_links(view, summary),
        "reviewed": view.text(reviewed) if reviewed else None,
        "draft": summary.draft,
        "left": 0 if view.is_source else page.tally.blocks_in_source,
        "stale": page.tally.blocks_stale,
        "first_waiting": waiting.first if waiting else "",
        "first_stale": outdated.first if outdated else "",
        "as_of": view.date(summary.as_of),
        "noindex": not summary.indexed,
        "canonical_url": canonical_url(site, summary),
        "alternates": alternates(site, summary.name) if summary.indexed else (),
        "markdown_url": view.url(copy_path(summary.name, locale)),
        "open_graph": open_graph(site, summary),
        "structured_data": Markup(structured_data(site, summary)),
        "languages": edition_menu(view, summary.name),
        "source_name": site.names[site.source_locale],
        "source_language": view.source_language,
        "source_url": "" if view.is_source or not source else view.url(html_path(source.name, source.locale)),
    }
    html = theme.render("page.html", view.words, context)
    text = splice(page.edition.text, sorted((*links.edits, *marks)))
    copy = text if copied is links else splice(page.edition.text, sorted((*copied.edits, *marks)))
    outputs = (
        Output(markdown_path(summary.name, locale, site.layout), text.encode("utf-8")),
        Output(path, html.encode("utf-8")),
    )
    beside = Output(copy_path(summary.name, locale), copy.encode("utf-8"))
    return PagePlan(outputs, links.assets, links.findings, loads, beside)


def _both(links: PageLinks, copied: PageLinks) -> Callable[[Destination], Target]:
    """Return what resolves a destination for a page, its Markdown edition, and the copy of that."""

    def target(destination: Destination) -> Target:
        copied.target(destination)
        return links.target(destination)

    return target


def _source_loads(parsed: ParsedDocument) -> PageLoads:
    """Return what the source page of a document loads and runs; never asked of a translation."""
    rendered = render_html(source_page(parsed).edition, RenderSettings())
    return page_loads(rendered.heading + rendered.body)
