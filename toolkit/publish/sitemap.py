"""The list of pages for search engines: one sitemap per locale, an index of them, and where it stands.

Follows https://www.sitemaps.org/protocol.html, with alternates as in
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final
from urllib.parse import urlsplit

from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import SiteIndex
from toolkit.publish.alternates import alternates, page_url, site_url
from toolkit.publish.xml_document import xml_document

SITEMAP: Final = "html/sitemap.xml"
"""The index of all sitemaps."""

ROBOTS: Final = "html/robots.txt"
"""Where robots look for the address of the sitemap."""

_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


def sitemap_path(locale: LocaleTag) -> str:
    """Return the path of a locale's sitemap below the output folder."""
    return f"html/sitemap-{locale.bcp47}.xml"


def sitemap_outputs(site: SiteIndex) -> tuple[Output, ...]:
    """Return the sitemaps, their index and ``robots.txt``; nothing without a ``base_url``.

    ``robots.txt`` only where the site has a host of its own: robots read no other one (RFC 9309, 2.3).
    """
    if not site.base_url:
        return ()
    found = []
    index = ET.Element("sitemapindex", {"xmlns": _SITEMAPS})
    for locale in site.locales:
        if output := _sitemap(site, locale):
            found.append(output)
            ET.SubElement(ET.SubElement(index, "sitemap"), "loc").text = site_url(site, output.path)
    found.append(Output(SITEMAP, xml_document(index)))
    if not urlsplit(site.base_url).path:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {site_url(site, SITEMAP)}\n"
        found.append(Output(ROBOTS, text.encode("utf-8")))
    return tuple(found)


def _sitemap(site: SiteIndex, locale: LocaleTag) -> Output | None:
    """Return the pages of a locale that search engines may list, each with its whole set of alternates."""
    root = ET.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    for name in site.documents:
        page = site.page(name, locale)
        if page is None or not page.indexed:
            continue
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = page_url(site, page)
        if page.date:  # the document's own: the day of a build says nothing of the text
            ET.SubElement(url, "lastmod").text = page.date.isoformat()
        for other in alternates(site, name):
            link = {"rel": "alternate", "hreflang": other.hreflang, "href": other.url}
            ET.SubElement(url, "xhtml:link", link)
    return Output(sitemap_path(locale), xml_document(root)) if len(root) else None
