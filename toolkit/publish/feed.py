"""The news of a locale for feed readers: Atom (RFC 4287)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.alternates import page_url, site_url
from toolkit.publish.layout import locale_index_path
from toolkit.publish.xml_document import xml_document

_ATOM: Final = "http://www.w3.org/2005/Atom"


def feed_path(locale: LocaleTag) -> str:
    """Return the path of a locale's feed below the output folder."""
    return f"html/{locale.bcp47}/feed.xml"


def feed_pages(site: SiteIndex, locale: LocaleTag) -> tuple[PageSummary, ...]:
    """Return the pages of a locale that have a date and may be listed, the newest first."""
    pages = (site.page(name, locale) for name in site.documents)
    dated = [(page.date, page) for page in pages if page and page.indexed and page.date]
    return tuple(page for _date, page in sorted(dated, key=lambda one: one[0], reverse=True))


@lru_cache(maxsize=2)  # every page of a build asks
def feed_locales(site: SiteIndex) -> frozenset[LocaleTag]:
    """Return the locales that have a feed: those with a dated page, on a site with a ``base_url``."""
    return frozenset(locale for locale in site.locales if site.base_url and feed_pages(site, locale))


def feed(site: SiteIndex, locale: LocaleTag, list_title: str) -> Output:
    """Return the feed of a locale of ``feed_locales``; the same site gives the same bytes.

    It is called like the document ``index``, else ``list_title`` and the host. Ids are addresses, times
    are the start of the documents' days in UTC. Atom wants an author: it is the host, nobody is invented.
    """
    pages = feed_pages(site, locale)
    host = urlsplit(site.base_url).netloc
    start = site.page("index", locale)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": locale.bcp47})
    title = ET.SubElement(root, "title")
    title.text = start.title if start else f"{list_title} – {host}"
    if start:
        _mark(title, site, translated=start.title_translated)
    here = site_url(site, feed_path(locale))
    ET.SubElement(root, "id").text = here
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": here})
    home = site_url(site, locale_index_path(locale))
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": home})
    ET.SubElement(root, "updated").text = _time(pages[0])
    ET.SubElement(ET.SubElement(root, "author"), "name").text = host
    for page in pages:
        _entry(ET.SubElement(root, "entry"), site, page)
    return Output(feed_path(locale), xml_document(root))


def _entry(entry: ET.Element, site: SiteIndex, page: PageSummary) -> None:
    url = page_url(site, page)
    title = ET.SubElement(entry, "title")
    title.text = page.title
    _mark(title, site, translated=page.title_translated)
    ET.SubElement(entry, "id").text = url
    link = {"rel": "alternate", "type": "text/html", "hreflang": page.locale.bcp47, "href": url}
    ET.SubElement(entry, "link", link)
    ET.SubElement(entry, "updated").text = _time(page)
    if page.description:
        summary = ET.SubElement(entry, "summary")
        summary.text = page.description
        _mark(summary, site, translated=page.description_translated)


def _mark(element: ET.Element, site: SiteIndex, *, translated: bool) -> None:
    if not translated:
        element.set("xml:lang", site.source_locale.bcp47)


def _time(page: PageSummary) -> str:
    return f"{page.date}T00:00:00Z"
