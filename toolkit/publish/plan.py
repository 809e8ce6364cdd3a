"""The outputs of a site: both editions of each page, and the pages that lead to them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage, source_page
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.heading_marks import heading_marks
from toolkit.markdown.page_loads import PageLoads, page_loads
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import first_heading, render_html
from toolkit.markdown.segments import ParsedDocument
from toolkit.markdown.splice import splice
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.model.segment import Span
from toolkit.publish.about_translation import about_translation
from toolkit.publish.alternates import alternates, canonical_url
from toolkit.publish.content_policy import ContentPolicy, content_policy
from toolkit.publish.contents import headings, nested
from toolkit.publish.feed import feed, feed_locales
from toolkit.publish.front_phrases import FrontPhrases, Phrase
from toolkit.publish.layout import (
    ROOT_INDEX,
    ROOT_NOT_FOUND,
    STATIC_FOLDER,
    html_path,
    locale_index_path,
    markdown_path,
    not_found_path,
)
from toolkit.publish.links import Asset, PageLinks
from toolkit.publish.open_graph import open_graph
from toolkit.publish.page_view import View, published_locales
from toolkit.publish.redirects import Redirect
from toolkit.publish.sitemap import sitemap_outputs
from toolkit.publish.stale_blocks import stale_marks
from toolkit.publish.structured_data import structured_data
from toolkit.publish.taken_paths import site_redirects, taken_paths
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
    links = PageLinks(page, locale, site, taken_paths(site, theme))
    has_heading = first_heading(page.edition) is not None
    translated = page.translated_tokens()
    listed = headings(page, heading_ids, is_source=view.is_source)
    settings = RenderSettings(
        heading_ids,
        None if view.is_source else view.source_language,
        translated,
        frozenset(page.parsed.inline.keys() - translated),
        stale_marks(page, view.page_words, view.source_language),
        links.target,
        view.page_words,
    )
    marks: tuple[tuple[Span, str], ...] = ()
    if marked_headings:
        dialect = dialect_of(page.parsed.document.options)
        marks = heading_marks(page.edition, heading_ids, page.parsed.heading_ids.keys(), dialect)
    rendered = render_html(page.edition, settings)
    if view.is_source:
        loads = page_loads(rendered.heading + rendered.body)
    elif loads is None:
        loads = _source_loads(page.parsed)
    front = FrontPhrases(page, is_source=view.is_source)
    reviewed = front.string("reviewed")
    source = site.page(summary.name, site.source_locale)
    before, after = view.neighbours(summary.name)
    context = view.common() | {
        "content_policy": content_policy(loads),
        "title": view.text(Phrase(summary.title, summary.title_translated)),
        "description": view.text(Phrase(summary.description, summary.description_translated)),
        "heading": Markup(rendered.heading),
        "body": Markup(rendered.body),
        "body_has_title": has_heading and not rendered.heading,
        "crumbs": view.crumbs(summary.name),
        "is_start": summary.name == "index",
        "contents": nested(listed, Markup(view.source_language.attributes)),
        "reading_time": view.reading_time(rendered.heading + rendered.body),
        "before": before,
        "after": after,
        "about": about_translation(view, summary, source) if source and not view.is_source else None,
        "date": view.date(summary.date),
        "tags": [view.text(tag) for tag in front.phrases("tags")],
        "reviewed": view.text(reviewed) if reviewed else None,
        "draft": summary.draft,
        "left": 0 if view.is_source else page.tally.blocks_in_source,
        "stale": page.tally.blocks_stale,
        "as_of": view.date(summary.as_of),
        "noindex": not summary.indexed,
        "canonical_url": canonical_url(site, summary),
        "alternates": alternates(site, summary.name) if summary.indexed else (),
        "markdown_url": view.url(markdown_path(summary.name, locale, site.layout)),
        "open_graph": open_graph(site, summary),
        "structured_data": Markup(structured_data(site, summary)),
        "languages": view.editions(summary.name),
        "source_name": site.names[site.source_locale],
        "source_language": view.source_language,
        "source_url": "" if view.is_source or not source else view.url(html_path(source.name, source.locale)),
    }
    html = theme.render("page.html", view.words, context)
    text = splice(page.edition.text, sorted((*links.edits, *marks)))
    outputs = (
        Output(markdown_path(summary.name, locale, site.layout), text.encode("utf-8")),
        Output(path, html.encode("utf-8")),
    )
    return PagePlan(outputs, links.assets, links.findings, loads)


def plan_site_pages(site: SiteIndex, theme: Theme) -> tuple[Output, ...]:
    """Return what belongs to no document: lists of pages, the choice of languages, missing pages, styles.

    A locale without a published page has no list; where a document ``index`` is published, it is the
    locale's start page, and a document ``404`` is what a server shows where there is no page.  With a
    ``base_url`` there are sitemaps and feeds; redirects are there without.
    """
    outputs = []
    for locale in published_locales(site):
        if site.page("index", locale) is None:
            path = locale_index_path(locale)
            outputs.append(_page(site, theme, locale, path, "index.html"))
        if site.page("404", locale) is None:
            outputs.append(_page(site, theme, locale, not_found_path(locale), "not_found.html"))
    outputs.append(_page(site, theme, site.source_locale, ROOT_INDEX, "languages.html"))
    outputs.append(_page(site, theme, site.source_locale, ROOT_NOT_FOUND, "not_found.html"))
    outputs += [Output(f"{STATIC_FOLDER}/{name}", theme.static[name]) for name in sorted(theme.static)]
    outputs += [_redirect(site, theme, one) for one in site_redirects(site, theme).redirects]
    outputs += sitemap_outputs(site)
    for locale in site.locales:
        if locale in feed_locales(site):
            list_title = theme.words(locale).gettext("All pages").unescape()
            outputs.append(feed(site, locale, str(list_title)))
    return tuple(outputs)


def _source_loads(parsed: ParsedDocument) -> PageLoads:
    """Return what the source page of a document loads and runs; never asked of a translation."""
    rendered = render_html(source_page(parsed).edition, RenderSettings())
    return page_loads(rendered.heading + rendered.body)


def _page(site: SiteIndex, theme: Theme, locale: LocaleTag, path: str, template: str) -> Output:
    view = View(site, locale, path, theme.words(locale))
    context = view.common() | {
        "content_policy": ContentPolicy(),
        "languages": view.locales(),
        "entries": view.entries(),
    }
    return Output(path, theme.render(template, view.words, context).encode("utf-8"))


def _redirect(site: SiteIndex, theme: Theme, redirect: Redirect) -> Output:
    page = redirect.page
    view = View(site, page.locale, redirect.path, theme.words(page.locale))
    context = view.common() | {
        "content_policy": ContentPolicy(),
        "title": view.text(Phrase(page.title, page.title_translated)),
        "url": view.url(html_path(page.name, page.locale)),
        "canonical_url": canonical_url(site, page),
    }
    return Output(redirect.path, theme.render("redirect.html", view.words, context).encode("utf-8"))
