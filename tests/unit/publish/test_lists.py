"""Lists of pages and the choice of languages: what they say of themselves, and in how many sitemaps."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.cli.html_page import read_page
from tests.small_site import SmallSite, small_site
from toolkit.publish.sitemap import MOST_BYTES, MOST_URLS, sitemap_outputs

BASE = "https://example.org/texts"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
DOCUMENTS = {"index": "# Start\n", "a": "One\n\nTwo\n"}
TRANSLATIONS = {
    "es": {"Start": "Inicio", "One": "Uno"},
    "ar": {"One": "واحد"},
    "de": {},
}
STARTS = [
    ("en", f"{BASE}/en/index.html"),
    ("ar", f"{BASE}/ar/index.html"),
    ("es", f"{BASE}/es/index.html"),
    ("x-default", f"{BASE}/index.html"),
]


def made(base_url: str = BASE) -> SmallSite:
    return small_site(DOCUMENTS, TRANSLATIONS, base_url=base_url)


def head(site: SmallSite, path: str) -> dict[str, object]:
    page = read_page(site.html(path))
    links = [one.attributes for one in page.all("link")]
    metas = [one.attributes for one in page.all("meta")]
    return {
        "canonical": [one["href"] for one in links if one["rel"] == "canonical"],
        "alternates": [(one["hreflang"], one["href"]) for one in links if "hreflang" in one],
        "properties": [one for one in metas if "property" in one],
        "robots": [one["content"] for one in metas if one.get("name") == "robots"],
    }


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap-en.xml", "sitemap-es.xml", "robots.txt"])
def test_no_file_of_an_article_takes_the_place_of_a_sitemap(name: str) -> None:
    site = small_site({"g/a": f"[x](../../{name})\n"}, {"es": {}}, base_url=BASE)
    assert [one for one in site.messages() if f"would overwrite output/html/{name}" in one]


@pytest.mark.parametrize("path", ["en/index", "es/index", "ar/index", "index"])
def test_start_pages_are_one_set_be_they_an_article_or_a_list(path: str) -> None:
    found = head(made(), path)
    assert found["canonical"] == [f"{BASE}/{path}.html"]
    assert found["alternates"] == STARTS
    assert found["robots"] == []


def test_a_list_says_what_it_is() -> None:
    html = made().html("ar/index")
    found = [
        (one.attributes["property"], one.attributes["content"])
        for one in read_page(html).all("meta")
        if "property" in one.attributes
    ]
    assert found == [
        ("og:title", "جميع الصفحات"),
        ("og:type", "website"),
        ("og:url", f"{BASE}/ar/index.html"),
        ("og:locale", "ar_EG"),
        ("og:locale:alternate", "en_US"),
        ("og:locale:alternate", "es_ES"),
    ]


def test_lists_and_the_choice_of_languages_are_in_sitemaps() -> None:
    site = made()
    found = {
        name: [one.text for one in ET.fromstring(site.outputs[f"html/sitemap-{name}.xml"]).iter(LOC)]
        for name in ("en", "ar")
    }
    assert found == {
        "en": [f"{BASE}/{path}.html" for path in ("index", "en/index", "en/a")],
        "ar": [f"{BASE}/{path}.html" for path in ("ar/index", "ar/a")],
    }


def test_without_an_address_of_the_site_lists_have_none() -> None:
    site = made("")
    for path in ("ar/index", "index"):
        assert head(site, path) == {"canonical": [], "alternates": [], "properties": [], "robots": []}


def test_pages_for_what_is_missing_are_listed_nowhere() -> None:
    site = small_site({"404": "# Gone\n", "a": "One\n"}, {"es": {"Gone": "Nada"}}, base_url=BASE)
    for path in ("404", "en/404", "es/404"):
        assert head(site, path)["robots"] == ["noindex"]
        assert head(site, path)["alternates"] == []
    assert not any(b"404" in text for path, text in site.outputs.items() if path.endswith(".xml"))
    assert "404.html" not in site.html("en/index") + site.html("en/a")


def sitemaps(site: SmallSite, most_urls: int = MOST_URLS, most_bytes: int = MOST_BYTES) -> dict[str, bytes]:
    outputs = sitemap_outputs(site.index, most_urls, most_bytes)
    return {output.path.removeprefix("html/"): output.content for output in outputs}


def urls(content: bytes) -> list[str]:
    return [str(one.text) for one in ET.fromstring(content).iter(LOC)]


@pytest.mark.parametrize("most_urls", [1, 2, 3, 7, 8, 9])
def test_a_sitemap_has_no_more_addresses_than_it_may(most_urls: int) -> None:
    site = small_site({f"d{number}": "One\n" for number in range(6)}, base_url=BASE)
    whole = urls(sitemaps(site)["sitemap-en.xml"])
    assert len(whole) == 8
    parts = sitemaps(site, most_urls)
    names = [url.rpartition("/")[2] for url in urls(parts["sitemap.xml"])]
    assert names == [
        f"sitemap-en{f'-{number + 1}' * bool(number)}.xml" for number in range(-(-8 // most_urls))
    ]
    assert [url for name in names for url in urls(parts[name])] == whole
    assert all(len(urls(parts[name])) <= most_urls for name in names)
    assert parts.keys() == {*names, "sitemap.xml"}


@pytest.mark.parametrize("most_bytes", [700, 1000, 1500, 2000, 4000])
def test_a_sitemap_has_no_more_bytes_than_it_may(most_bytes: int) -> None:
    documents = {f"{'é' * number}{number}": "---\ndate: 2026-01-01\n---\nOne\n" for number in range(9)}
    site = small_site(documents, {"es": {"One": "Uno"}}, base_url=BASE)
    whole = sitemaps(site)
    parts = sitemaps(site, most_bytes=most_bytes)
    for locale in ("en", "es"):
        names = [name for name in parts if name.startswith(f"sitemap-{locale}")]
        assert [url for name in names for url in urls(parts[name])] == urls(whole[f"sitemap-{locale}.xml"])
        assert all(len(parts[name]) <= most_bytes or len(urls(parts[name])) == 1 for name in names)
        least = -(-len(whole[f"sitemap-{locale}.xml"]) // most_bytes)
        assert least <= len(names) <= 2 * least + 1


def test_the_limits_are_those_of_the_protocol() -> None:
    assert (MOST_URLS, MOST_BYTES) == (50_000, 52_428_800)
