"""The list of pages for search engines: sitemaps of each locale, an index of them, and where it stands.

Follows https://www.sitemaps.org/protocol.html, with alternates as in
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap.
"""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import SiteIndex
from toolkit.publish.alternates import (
    Alternate,
    alternates,
    page_url,
    site_url,
    start_locales,
    tag_alternates,
    tag_locales,
)
from toolkit.publish.layout import ROOT_INDEX, START, locale_index_path
from toolkit.publish.tags import tag_pages, tag_path
from toolkit.publish.xml_document import xml_document

SITEMAP: Final = "html/sitemap.xml"
"""The index of all sitemaps."""

ROBOTS: Final = "html/robots.txt"
"""Where robots look for the address of the sitemap."""

_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


MOST_URLS: Final = 50_000
"""Addresses that a sitemap may have."""

MOST_BYTES: Final = 50 * 1024 * 1024
"""Bytes that a sitemap may have before it is compressed."""

_INDENT: Final = 6
"""Bytes that indentation adds to an element at most."""

_ALWAYS_FIT: Final = 1000
"""Addresses that a sitemap has room for whatever they are: 50 kB for each and its alternates."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in a sitemap."""

    url: str
    alternates: tuple[Alternate, ...]
    date: datetime.date | None = None
    """The document's own: the day of a build says nothing of the text."""


def sitemap_path(locale: LocaleTag, number: int = 1) -> str:
    """Return the path of a locale's sitemap, or of its second, third, …, below the output folder."""
    return f"html/sitemap-{locale.bcp47}{f'-{number}' if number > 1 else ''}.xml"


def reserved_sitemaps(site: SiteIndex) -> tuple[str, ...]:
    """Return the paths that the sitemaps of a site may need."""
    most = 1 + (len(site.documents) + len(tag_pages(site)) + 2) // _ALWAYS_FIT
    return tuple(sitemap_path(locale, 1 + one) for locale in site.locales for one in range(most))


def sitemap_outputs(
    site: SiteIndex, most_urls: int = MOST_URLS, most_bytes: int = MOST_BYTES
) -> tuple[Output, ...]:
    """Return the sitemaps, their index and ``robots.txt``; nothing without a ``base_url``.

    A locale has as many sitemaps as the limits ask for. ``robots.txt`` is there only where the site has a
    host of its own: robots read no other one (RFC 9309, 2.3).
    """
    if not site.base_url:
        return ()
    found = []
    index = ET.Element("sitemapindex", {"xmlns": _SITEMAPS})
    for locale in site.locales:
        for number, root in enumerate(_parts(listed_pages(site, locale), most_urls, most_bytes), start=1):
            path = sitemap_path(locale, number)
            found.append(Output(path, xml_document(root)))
            ET.SubElement(ET.SubElement(index, "sitemap"), "loc").text = site_url(site, path)
    found.append(Output(SITEMAP, xml_document(index)))
    if not urlsplit(site.base_url).path:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {site_url(site, SITEMAP)}\n"
        found.append(Output(ROBOTS, text.encode("utf-8")))
    return tuple(found)


def listed_pages(site: SiteIndex, locale: LocaleTag) -> Iterator[Listed]:
    """Yield the pages of a locale that search engines may list; the choice of languages is the source's."""
    starts = start_locales(site)
    if locale == site.source_locale:
        yield Listed(site_url(site, ROOT_INDEX), alternates(site, START) if locale in starts else ())
    if locale in starts and site.page(START, locale) is None:
        yield Listed(site_url(site, locale_index_path(locale)), alternates(site, START))
    for name in site.documents:
        page = site.page(name, locale)
        if page and page.indexed:
            yield Listed(page_url(site, page), alternates(site, name), page.date)
    for slug in tag_pages(site):
        if locale in tag_locales(site, slug):
            yield Listed(site_url(site, tag_path(slug, locale)), tag_alternates(site, slug))


def _parts(pages: Iterable[Listed], most_urls: int, most_bytes: int) -> Iterator[ET.Element]:
    """Yield sitemaps within the limits, with all pages in their order."""
    root = _urlset()
    empty = size = len(xml_document(root)) + len("</urlset>")
    for page in pages:
        url = _entry(page)
        written = len(ET.tostring(url, "utf-8")) + _INDENT * (1 + len(url))
        if len(root) and (len(root) == most_urls or size + written > most_bytes):
            yield root
            root, size = _urlset(), empty
        root.append(url)
        size += written
    if len(root):
        yield root


def _urlset() -> ET.Element:
    return ET.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})


def _entry(page: Listed) -> ET.Element:
    """Return a page with its whole set of alternates."""
    url = ET.Element("url")
    ET.SubElement(url, "loc").text = page.url
    if page.date:
        ET.SubElement(url, "lastmod").text = page.date.isoformat()
    for other in page.alternates:
        link = {"rel": "alternate", "hreflang": other.hreflang, "href": other.url}
        ET.SubElement(url, "xhtml:link", link)
    return url
