"""The outputs that belong to no document: lists, pages for what is missing, what servers and engines read."""

from __future__ import annotations

from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import SiteIndex
from toolkit.publish.alternates import canonical_url
from toolkit.publish.content_policy import ContentPolicy
from toolkit.publish.feed import feed, feed_locales
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.language_menu import start_menu
from toolkit.publish.layout import (
    NO_JEKYLL,
    NOT_FOUND,
    ROOT_NOT_FOUND,
    STATIC_FOLDER,
    html_path,
    not_found_path,
)
from toolkit.publish.list_pages import list_outputs
from toolkit.publish.page_view import View
from toolkit.publish.redirects import Redirect
from toolkit.publish.search_page import SCRIPT, plan_search_page
from toolkit.publish.search_place import searching
from toolkit.publish.sitemap import sitemap_outputs
from toolkit.publish.taken_paths import site_redirects
from toolkit.publish.theme import Theme


def plan_site_pages(site: SiteIndex, theme: Theme) -> tuple[Output, ...]:
    """Return what belongs to no document: lists of pages, the choice of languages, missing pages, styles.

    A locale without a published page has no list; where a document ``index`` is published, it is the
    locale's start page, and a document ``404`` is what a server shows where there is no page.  With a
    ``base_url`` there are sitemaps and feeds; redirects are there without.
    """
    outputs = list(list_outputs(site, theme))
    missing = [one for one in site.published_locales if site.page(NOT_FOUND, one) is None]
    outputs += [_not_found(site, theme, locale, not_found_path(locale)) for locale in missing]
    outputs.append(_not_found(site, theme, site.source_locale, ROOT_NOT_FOUND))
    outputs.append(Output(NO_JEKYLL, b""))
    if site.search:
        outputs += [plan_search_page(site, theme, locale) for locale in site.published_locales]
    outputs += [
        Output(f"{STATIC_FOLDER}/{name}", theme.static[name])
        for name in sorted(theme.static)
        if site.search or name != SCRIPT
    ]
    outputs += [_redirect(site, theme, one) for one in site_redirects(site, theme).redirects]
    outputs += sitemap_outputs(site)
    for locale in site.locales:
        if locale in feed_locales(site):
            list_title = theme.words(locale).gettext("All pages").unescape()
            outputs.append(feed(site, locale, str(list_title)))
    return tuple(outputs)


def _not_found(site: SiteIndex, theme: Theme, locale: LocaleTag, path: str) -> Output:
    view = View(site, locale, path, theme.words(locale), anywhere=True)
    context = view.common() | {
        "content_policy": searching(ContentPolicy(), site),
        "languages": start_menu(view),
    }
    return Output(path, theme.render("not_found.html", view.words, context).encode("utf-8"))


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
