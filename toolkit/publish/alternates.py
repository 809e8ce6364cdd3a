"""The absolute addresses of pages, and which of them are the same page in other languages.

Follows https://developers.google.com/search/docs/specialty/international/localized-versions: each page of
a set names all of it, itself too, by absolute URLs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.layout import html_path, quoted

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
    in the source's language.
    """
    source = site.page(page.name, site.source_locale)
    return page_url(site, page if page.indexed or source is None else source) if site.base_url else ""


def indexed_editions(site: SiteIndex, name: str) -> tuple[PageSummary, ...]:
    """Return the published pages of a document that search engines may list, in the order of locales."""
    return tuple(page for page in site.editions(name) if page.indexed)


def alternates(site: SiteIndex, name: str) -> tuple[Alternate, ...]:
    """Return the set that a document's pages are, the same on each of them; ``x-default`` is the source.

    Empty without a ``base_url``, and where fewer than two pages may be listed, for one page has no others.
    """
    pages = indexed_editions(site, name)
    if not site.base_url or len(pages) < 2:
        return ()
    found = [Alternate(page.locale.bcp47, page_url(site, page)) for page in pages]
    found += [Alternate(X_DEFAULT, page_url(site, p)) for p in pages if p.locale == site.source_locale]
    return tuple(found)
