"""Pages, sitemaps, feeds and structured data of built sites say the same, as parsers not ours read them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.built_sites import BASE, built_site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
DEFAULT = "x-default"


@dataclass(slots=True)
class Head:
    """What a page says of itself."""

    lang: str = ""
    noindex: bool = False
    canonical: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    moved: bool = False
    time: str = ""
    """The day below the title."""

    def values(self, name: str) -> list[str]:
        """Return the contents of the properties of a name."""
        return [value for one, value in self.properties if one == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.data = False
        self.facts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        rel = found.get("rel")
        self.data = found.get("type") == "application/ld+json"
        if tag == "html":
            self.head.lang = found["lang"]
        elif tag == "link" and rel == "canonical":
            self.head.canonical.append(found["href"])
        elif tag == "link" and rel == "alternate" and "hreflang" in found:
            self.head.alternates.append((found["hreflang"], found["href"]))
        elif tag == "meta" and "property" in found:
            self.head.properties.append((found["property"], found["content"]))
        elif tag == "meta" and found.get("name") == "robots":
            self.head.noindex = found["content"] == "noindex"
        elif tag == "meta" and found.get("http-equiv") == "refresh":
            self.head.moved = True
        elif tag == "time" and self.facts:
            self.head.time = found["datetime"]
        self.facts = found.get("class") == "page-facts"

    def handle_data(self, data: str) -> None:
        if self.data:
            self.head.data = json.loads(data)
            self.data = False


def read_head(path: Path) -> Head:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.head


class Site:
    """A built site: its pages by absolute address, and what its other files name."""

    def __init__(self, html: Path, base: str) -> None:
        self.base = base
        self.html = html
        self.pages: Mapping[str, Head] = {
            f"{base}/{quote(path.relative_to(html).as_posix(), safe='/&')}".replace("&", "%26"): read_head(
                path
            )
            for path in sorted(html.rglob("*.html"))
        }
        self.listed = {
            url for url, head in self.pages.items() if head.canonical == [url] and not head.noindex
        }

    def file(self, url: str) -> Path:
        assert url.startswith(f"{self.base}/")
        return self.html / url.removeprefix(f"{self.base}/")

    def sitemap(self) -> dict[str, list[tuple[str, str]]]:
        """Return the pages in all sitemaps, with their alternates."""
        found: dict[str, list[tuple[str, str]]] = {}
        for sitemap in ET.parse(self.html / "sitemap.xml").getroot().iter(f"{SITEMAP}loc"):
            for one in ET.parse(self.file(sitemap.text or "")).getroot():
                url = one.findtext(f"{SITEMAP}loc") or ""
                assert url not in found, "a page is in one sitemap, once"
                links = one.findall(f"{XHTML}link")
                assert {link.get("rel") for link in links} <= {"alternate"}
                found[url] = [(link.get("hreflang") or "", link.get("href") or "") for link in links]
        return found

    def feeds(self) -> dict[str, list[ET.Element]]:
        """Return the entries of each feed, by the language that it says."""
        lang = "{http://www.w3.org/XML/1998/namespace}lang"
        roots = [ET.parse(path).getroot() for path in sorted(self.html.rglob("feed.xml"))]
        return {root.get(lang) or "": root.findall(f"{ATOM}entry") for root in roots}


BASES = {"own": "https://example.org"}


@pytest.fixture(params=["own", "source", "stale", "last-good", "start-pages", "furnished"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    return Site(built_site(request.param, tmp_path) / "html", BASES.get(request.param, BASE))


def test_the_sites_have_pages_of_every_kind(tmp_path: Path) -> None:
    site = Site(built_site("last-good", tmp_path) / "html", BASE)
    kinds = {
        url.removeprefix(f"{BASE}/"): "noindex" if head.noindex else "listed"
        for url, head in site.pages.items()
        if url.endswith("article.html") or "/tags/cells" in url or url.endswith("/index.html")
    }
    assert kinds == {
        **dict.fromkeys(("index.html", "en/article.html", "en/index.html", "en/tags/cells.html"), "listed"),
        **dict.fromkeys(("en/guides/index.html", "es/guides/index.html"), "listed"),
        **dict.fromkeys(("es/article.html", "es/index.html", "es/tags/cells.html"), "listed"),
        **dict.fromkeys(("ar/article.html", "ar/index.html", "ar/tags/cells.html"), "listed"),
        "older/place/index.html": "noindex",
        # Too little is translated into German, and nothing to speak of into French, which is held back.
        **dict.fromkeys(("de/article.html", "de/index.html", "de/tags/cells.html"), "noindex"),
    }
    assert '<time datetime="2026-02-01">' in site.file(f"{BASE}/es/article.html").read_text("utf-8")


def test_what_is_published_agrees(site: Site) -> None:
    """One build for all of it, for a build is what costs."""
    assert len(site.listed) >= 4
    pages_agree_with_each_other(site)
    the_sitemap_agrees_with_the_pages(site)
    feeds_agree_with_the_pages(site)
    structured_data_agree_with_the_alternates(site)
    open_graph_agrees_with_the_alternates(site)


def pages_agree_with_each_other(site: Site) -> None:
    for url, head in site.pages.items():
        if url not in site.listed:
            assert head.noindex or not head.canonical, "what has an address is listed, or says that it is not"
            assert head.alternates == []
            assert all(one in {*site.listed, url} or head.moved for one in head.canonical)
            continue
        assert not url.endswith("/404.html")
        named = dict(head.alternates)
        assert len(named) == len(head.alternates), "each language once"
        if not named:
            continue
        assert url in named.values(), "a set names the page that names it"
        assert DEFAULT in named
        assert set(named.values()) <= site.listed
        for language, other in named.items():
            assert site.pages[other].alternates == head.alternates, "whoever is named names the same"
            assert language in (site.pages[other].lang, DEFAULT)


def the_sitemap_agrees_with_the_pages(site: Site) -> None:
    assert site.sitemap() == {url: site.pages[url].alternates for url in site.listed}


def feeds_agree_with_the_pages(site: Site) -> None:
    entries = site.feeds()
    ids = []
    for language, found in entries.items():
        times = [one.findtext(f"{ATOM}updated") or "" for one in found]
        assert all(newer >= older for newer, older in pairwise(times))
        for entry, time in zip(found, times, strict=True):
            url = entry.findtext(f"{ATOM}id") or ""
            (link,) = entry.findall(f"{ATOM}link")
            assert (link.get("href"), link.get("hreflang")) == (url, language)
            assert site.pages[url].lang == language
            assert time == f"{site.pages[url].data['dateModified']}T00:00:00Z"
            assert entry.findtext(f"{ATOM}title") == site.pages[url].data["headline"]
            ids.append(url)
    assert len(set(ids)) == len(ids)
    assert set(ids) == {url for url in site.listed if "dateModified" in site.pages[url].data}


def structured_data_agree_with_the_alternates(site: Site) -> None:
    articles = {url: head.data for url, head in site.pages.items() if head.data}
    assert articles.keys() <= site.listed
    for url, data in articles.items():
        assert (data["@id"], data["url"], data["inLanguage"]) == (url, url, site.pages[url].lang)
        for other in data.get("workTranslation", []):
            assert articles[other["@id"]]["translationOfWork"]["@id"] == url
            assert (other["inLanguage"], other["@id"]) in site.pages[url].alternates
        if work := data.get("translationOfWork"):
            named = [one["@id"] for one in articles[work["@id"]]["workTranslation"]]
            assert url in named
            assert (work["inLanguage"], work["@id"]) in site.pages[url].alternates
        assert data.get("dateModified", "") == site.pages[url].time


def open_graph_agrees_with_the_alternates(site: Site) -> None:
    for url, head in site.pages.items():
        if head.properties:
            assert head.values("og:url") == head.canonical
            others = [site.pages[one] for name, one in head.alternates if name != DEFAULT]
            locales = {one for other in others for one in other.values("og:locale")}
            assert set(head.values("og:locale:alternate")) == locales - set(head.values("og:locale"))
        else:
            assert url not in site.listed or head.moved or not head.data
