"""Sitemaps, feeds and ``robots.txt``: whole values, and the same as pages say."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from tests.small_site import Elements, SmallSite, small_site

BASE = "https://example.org"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"

DOCUMENTS = {
    "index": "---\ntitle: Start\n---\nWelcome\n",
    "a": "---\ntitle: First\ndescription: About & all\ndate: 2026-11-20\n---\nOne\n",
    "g/b": "---\ntitle: Second\ndate: 2026-11-22\n---\nTwo\n\nThree\n\nFour\n",
    "undated": "Five\n",
}
TRANSLATIONS = {
    "es": {
        **{"Start": "Inicio", "Welcome": "Hola", "First": "Primero", "About & all": "Sobre & todo"},
        **{"One": "Uno", "Second": "Segundo", "Two": "Dos", "Three": "Tres", "Four": "Cuatro"},
        **{"Five": "Cinco"},
    },
    # The second is below one half here, the first and the start page have half, the last has nothing.
    "ar": {"Welcome": "مرحبا", "First": "الأول", "One": "واحد", "Two": "اثنان"},
    "de": {"Two": "Zwei"},
    "pt_BR": {"Five": "Cinco"},
}


def made(base_url: str = BASE) -> SmallSite:
    return small_site(DOCUMENTS, TRANSLATIONS, base_url=base_url, min_complete=0.2)


def xml(site: SmallSite, path: str) -> ET.Element:
    return ET.fromstring(site.outputs[f"html/{path}"])


def test_a_sitemap_has_each_page_with_its_date_and_all_its_alternates() -> None:
    site = small_site(
        {"a": DOCUMENTS["a"], "c é": "Five\n"}, {"es": {"One": "Uno", "First": "1."}}, base_url=BASE
    )
    starts = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{language}" href="{BASE}/{path}" />\n'
        for language, path in (("en", "en/index.html"), ("es", "es/index.html"), ("x-default", "index.html"))
    )
    assert (
        site.outputs["html/sitemap-en.xml"].decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url>
    <loc>{BASE}/index.html</loc>
{starts}  </url>
  <url>
    <loc>{BASE}/en/index.html</loc>
{starts}  </url>
  <url>
    <loc>{BASE}/en/a.html</loc>
    <lastmod>2026-11-20</lastmod>
    <xhtml:link rel="alternate" hreflang="en" href="{BASE}/en/a.html" />
    <xhtml:link rel="alternate" hreflang="es" href="{BASE}/es/a.html" />
    <xhtml:link rel="alternate" hreflang="x-default" href="{BASE}/en/a.html" />
  </url>
  <url>
    <loc>{BASE}/en/c%20%C3%A9.html</loc>
  </url>
</urlset>
"""
    )
    assert (
        site.outputs["html/sitemap.xml"].decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap>
    <loc>{BASE}/sitemap-en.xml</loc>
  </sitemap>
  <sitemap>
    <loc>{BASE}/sitemap-es.xml</loc>
  </sitemap>
</sitemapindex>
"""
    )
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {BASE}/sitemap.xml\n"
    assert site.outputs["html/robots.txt"].decode() == robots


def test_a_feed_has_the_pages_with_a_date_the_newest_first() -> None:
    site = made()
    assert (
        site.outputs["html/es/feed.xml"].decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">
  <title>Inicio</title>
  <id>{BASE}/es/feed.xml</id>
  <link rel="self" type="application/atom+xml" href="{BASE}/es/feed.xml" />
  <link rel="alternate" type="text/html" href="{BASE}/es/index.html" />
  <updated>2026-11-22T00:00:00Z</updated>
  <author>
    <name>example.org</name>
  </author>
  <entry>
    <title>Segundo</title>
    <id>{BASE}/es/g/b.html</id>
    <link rel="alternate" type="text/html" hreflang="es" href="{BASE}/es/g/b.html" />
    <updated>2026-11-22T00:00:00Z</updated>
  </entry>
  <entry>
    <title>Primero</title>
    <id>{BASE}/es/a.html</id>
    <link rel="alternate" type="text/html" hreflang="es" href="{BASE}/es/a.html" />
    <updated>2026-11-20T00:00:00Z</updated>
    <summary>Sobre &amp; todo</summary>
  </entry>
</feed>
"""
    )


def test_a_feed_says_which_of_its_texts_are_in_another_language() -> None:
    feed = xml(made(), "ar/feed.xml")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    texts = [(one.text, one.get(lang)) for tag in ("title", "summary") for one in feed.iter(ATOM + tag)]
    assert texts == [("Start", "en"), ("الأول", None), ("About & all", "en")]


def test_a_feed_without_a_start_page_is_called_like_the_list_of_pages() -> None:
    site = small_site({"a": DOCUMENTS["a"]}, {"es": {"First": "1", "One": "Uno"}}, base_url=f"{BASE}:8080/x")
    assert xml(site, "es/feed.xml").findtext(f"{ATOM}title") == "Todas las páginas – example.org:8080"


def test_pages_lead_to_the_feed_of_their_language_if_it_has_one() -> None:
    site = made()
    link = '<link rel="alternate" type="application/atom+xml" href="{}">'
    assert link.format("../feed.xml") in site.html("es/g/b")
    assert link.format("feed.xml") in site.html("ar/index")
    assert "atom+xml" not in site.html("index") + site.html("pt-BR/undated") + site.html("de/g/b")


def test_without_an_address_of_the_site_there_is_none_of_them() -> None:
    site = made("")
    assert [path for path in site.outputs if path.endswith((".xml", ".txt"))] == []
    assert not any("atom+xml" in site.html(page) for page in ("en/a", "es/a", "index"))


def test_a_site_in_a_folder_of_a_host_has_no_robots_txt_for_nobody_would_read_it() -> None:
    site = made(f"{BASE}/texts/")
    assert "html/robots.txt" not in site.outputs
    assert f"<loc>{BASE}/texts/sitemap-en.xml</loc>" in site.outputs["html/sitemap.xml"].decode()


def test_what_xml_cannot_hold_is_replaced() -> None:
    site = small_site({"a": '---\ntitle: "a \\x08 <b>"\ndate: 2026-01-01\n---\nx\n'}, base_url=BASE)
    assert xml(site, "en/feed.xml").findtext(f"{ATOM}entry/{ATOM}title") == "a \ufffd <b>"


@pytest.mark.parametrize("base_url", [BASE, f"{BASE}/texts/"])
def test_pages_sitemaps_and_feeds_agree(base_url: str) -> None:
    site = made(base_url)
    root = base_url.removesuffix("/")
    pages = {
        f"{root}/{path.removeprefix('html/')}": Elements(content.decode()).found
        for path, content in site.outputs.items()
        if path.endswith(".html") and not path.endswith("404.html")  # that of a missing page is no address
    }
    links = {url: [found for tag, found in elements if tag == "link"] for url, elements in pages.items()}
    noindex = {
        url for url, found in pages.items() if ("meta", {"name": "robots", "content": "noindex"}) in found
    }
    canonical = {
        url: [str(one["href"]) for one in found if one["rel"] == "canonical"] for url, found in links.items()
    }
    with_address = {url for url, found in canonical.items() if found}
    listed = with_address - noindex

    # Those of documents, the lists of pages in German and Portuguese, and the choice of languages.
    assert len(with_address) == (4 + 4 + 3 + 1 + 1) + 2 + 1
    mostly_in_english = {f"{root}/ar/g/b.html", f"{root}/de/g/b.html"}
    assert noindex == {*mostly_in_english, f"{root}/de/index.html"}
    assert f"{root}/ar/undated.html" not in pages
    assert all(canonical[url] == [url] for url in listed)
    source = [f"{root}/en/g/b.html"]
    assert {url: canonical[url] for url in mostly_in_english} == dict.fromkeys(mostly_in_english, source)

    alternates = {
        url: [(str(one["hreflang"]), str(one["href"])) for one in found if "hreflang" in one]
        for url, found in links.items()
    }
    assert not any(alternates[url] for url in pages.keys() - listed)
    for url in listed:  # whoever is named names the namer, and itself
        named = {other for _, other in alternates[url]} or {url}
        assert url in named
        assert named <= listed
        assert all(alternates[other] == alternates[url] for other in named)
        defaults = [other for tag, other in alternates[url] if tag == "x-default"]
        name = url.removeprefix(f"{root}/").split("/", 1)[-1]
        default = "index.html" if name == "index.html" else f"en/{name}"
        assert defaults == [f"{root}/{default}"] * bool(alternates[url])

    sitemaps = [str(loc.text) for loc in xml(site, "sitemap.xml").iter(f"{SITEMAP}loc")]
    assert sitemaps == [f"{root}/sitemap-{locale}.xml" for locale in ("en", "ar", "es", "pt-BR")]
    in_sitemaps = {}
    for sitemap in sitemaps:
        for entry in xml(site, sitemap.partition(f"{root}/")[2]).iter(f"{SITEMAP}url"):
            url = str(entry.findtext(f"{SITEMAP}loc"))
            assert url not in in_sitemaps
            found = entry.findall(f"{XHTML}link")
            in_sitemaps[url] = [(str(one.get("hreflang")), str(one.get("href"))) for one in found]
    assert in_sitemaps == {url: alternates[url] for url in listed}

    dated = {url for url in listed if any(tag == "time" for tag, _ in pages[url])}
    in_feeds = []
    for path in sorted(path for path in site.outputs if path.endswith("feed.xml")):
        entries = xml(site, path.removeprefix("html/")).findall(f"{ATOM}entry")
        times = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
        assert all(one >= other for one, other in pairwise(times))
        in_feeds += [str(entry.findtext(f"{ATOM}id")) for entry in entries]
    assert sorted(in_feeds) == sorted(dated)
    assert len(dated) == 2 + 2 + 1


def test_the_same_site_gives_the_same_bytes() -> None:
    assert made().outputs == made().outputs
