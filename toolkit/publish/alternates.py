"""The absolute addresses of pages, and which of them are the same page in other languages.

Follows https://developers.google.com/search/docs/specialty/international/localized-versions: each page of
a set names all of it, itself too, by absolute URLs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.layout import ROOT_INDEX, START, html_path, quoted
from toolkit.publish.tags import tag_pages, tag_path

X_DEFAULT: Final = "x-default"
"""What ``hreflang`` says of the page for readers of all other languages."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """One page of a set, as links in pages and in sitemaps name it."""

    hreflang: str
    """A tag of BCP 47, or ``X_DEFAULT``."""
    url: str


def site_url(site: SiteIndex, path: str) -> str:
    """Return the absolute URL of an output below ``html/``; only for a site with a ``base_url``."""
    return f"{site.base_url}/{quoted(path.removeprefix('html/'))}"


def page_url(site: SiteIndex, page: PageSummary) -> str:
    """Return the absolute URL of a page; only for a site with a ``base_url``."""
    return site_url(site, html_path(page.name, page.locale))


def canonical_url(site: SiteIndex, page: PageSummary) -> str:
    """Return the URL that search engines should list for a page; empty without a ``base_url``.

    It is the page's own, for a translation is no duplicate; that of the source for a page that is mostly
    in the source's language, where they may list that one.
    """
    source = site.page(page.name, site.source_locale)
    other = source if source and source.indexed and not page.indexed else page
    return page_url(site, other) if site.base_url else ""


def indexed_editions(site: SiteIndex, name: str) -> tuple[PageSummary, ...]:
    """Return the published pages of a document that search engines may list, in the order of locales."""
    return tuple(page for page in site.editions(name) if page.indexed)


@lru_cache(maxsize=2)  # every list of a site asks
def start_locales(site: SiteIndex) -> tuple[LocaleTag, ...]:
    """Return the locales whose start page search engines may list, in the order of the site.

    The document ``index`` speaks for itself; a list of pages needs a page that they may list.
    """
    listed = {page.locale for page in site.pages.values() if page.published and page.indexed}
    starts = {locale: site.page(START, locale) for locale in site.locales}
    return tuple(locale for locale, page in starts.items() if (page.indexed if page else locale in listed))


def listed_locales(site: SiteIndex, name: str) -> tuple[LocaleTag, ...]:
    """Return the locales that have the page of a document's name which search engines may list."""
    if name == START:
        return start_locales(site)
    return tuple(page.locale for page in indexed_editions(site, name))


def alternates(site: SiteIndex, name: str) -> tuple[Alternate, ...]:
    """Return the set that a document's pages are, the same on each of them; ``x-default`` is the source.

    That of ``index`` are the start pages of all locales, be they a document or a list, and the page on which
    readers choose a language: it is there for readers of every other one, and is ``x-default``.
    Empty without a ``base_url``, and where there are fewer than two pages, for one page has no others.
    """
    paths = {locale: html_path(name, locale) for locale in listed_locales(site, name)}
    return _set(site, paths, ROOT_INDEX if name == START else paths.get(site.source_locale, ""))


def tag_locales(site: SiteIndex, slug: str) -> tuple[LocaleTag, ...]:
    """Return the locales whose page of a tag search engines may list."""
    return tuple(locale for locale, page in tag_pages(site)[slug].items() if page.indexed)


def tag_alternates(site: SiteIndex, slug: str) -> tuple[Alternate, ...]:
    """Return the set that the pages of a tag are, as `alternates` does for those of a document."""
    paths = {locale: tag_path(slug, locale) for locale in tag_locales(site, slug)}
    return _set(site, paths, paths.get(site.source_locale, ""))


def _set(site: SiteIndex, paths: Mapping[LocaleTag, str], default: str) -> tuple[Alternate, ...]:
    if not site.base_url or len({*paths.values(), default} - {""}) < 2:
        return ()
    found = [Alternate(locale.bcp47, site_url(site, path)) for locale, path in paths.items()]
    return (*found, Alternate(X_DEFAULT, site_url(site, default))) if default else tuple(found)
