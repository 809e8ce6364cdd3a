"""The pages that are lists of others: the pages of a locale, those with a tag, and all languages."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import SiteIndex
from toolkit.publish.alternates import (
    Alternate,
    alternates,
    site_url,
    start_locales,
    tag_alternates,
    tag_locales,
)
from toolkit.publish.content_policy import ContentPolicy
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.language_menu import language_menu, start_menu
from toolkit.publish.layout import ROOT_INDEX, START, locale_index_path
from toolkit.publish.open_graph import list_properties
from toolkit.publish.page_entries import page_entries, page_entry
from toolkit.publish.page_view import View
from toolkit.publish.search_place import searching
from toolkit.publish.tags import TagPage, tag_pages, tag_path
from toolkit.publish.theme import Theme


def list_outputs(site: SiteIndex, theme: Theme) -> Iterator[Output]:
    """Yield all lists of a site: what a locale without a document ``index`` begins with, tags, languages."""
    for locale in site.published_locales:
        if site.page(START, locale) is None:
            yield _start(site, theme, locale)
    for slug, pages in tag_pages(site).items():
        for page in pages.values():
            yield _tag(site, theme, slug, page)
    yield _languages(site, theme)


def _start(site: SiteIndex, theme: Theme, locale: LocaleTag) -> Output:
    view = View(site, locale, locale_index_path(locale), theme.words(locale))
    context = {"languages": start_menu(view), "entries": page_entries(view)}
    title = _word(view, "All pages")
    said = _said(view, title, start_locales(site), alternates(site, START))
    return _output(theme, view, "index.html", context | said)


def _tag(site: SiteIndex, theme: Theme, slug: str, page: TagPage) -> Output:
    locale = page.locale
    view = View(site, locale, tag_path(slug, locale), theme.words(locale))
    context = {
        "title": view.text(Phrase(page.title.text, page.title.translated)),
        "languages": language_menu(view, {one: tag_path(slug, one) for one in tag_pages(site)[slug]}),
        "entries": [page_entry(view, one) for one in page.pages],
        "crumbs": (),
    }
    said = _said(view, page.title.text, tag_locales(site, slug), tag_alternates(site, slug))
    return _output(theme, view, "tag.html", context | said)


def _languages(site: SiteIndex, theme: Theme) -> Output:
    view = View(site, site.source_locale, ROOT_INDEX, theme.words(site.source_locale))
    policy = searching(ContentPolicy(), site).also("script-src", "'self'")
    context = {"languages": start_menu(view), "content_policy": policy}
    # It stands for every language in which there is none, so that it names the others as they name it.
    title = _word(view, "Choose a language")
    said = _said(view, title, start_locales(site), alternates(site, START))
    return _output(theme, view, "languages.html", context | said | {"noindex": False})


def _said(
    view: View, title: str, listed: tuple[LocaleTag, ...], others: tuple[Alternate, ...]
) -> dict[str, object]:
    """Return what is said to search engines, which may list the pages of these locales."""
    url = site_url(view.site, view.path) if view.site.base_url else ""
    is_listed = view.locale in listed
    return {
        "noindex": not is_listed,
        "canonical_url": url,
        "alternates": others if is_listed else (),
        "open_graph": list_properties(title, url, view.locale, listed if is_listed else ()),
    }


def _word(view: View, word: str) -> str:
    return str(view.words.gettext(word).unescape())


def _output(theme: Theme, view: View, template: str, context: dict[str, object]) -> Output:
    values = view.common() | {"content_policy": searching(ContentPolicy(), view.site)} | context
    return Output(view.path, theme.render(template, view.words, values).encode("utf-8"))
