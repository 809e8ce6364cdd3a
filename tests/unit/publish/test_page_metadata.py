"""What the head of a page tells search engines and social networks."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.small_site import SmallSite, small_site
from toolkit.languages.tags import social_locale
from toolkit.model.locale import LocaleTag

BASE = "https://example.org/texts"
ARTICLE = """---
title: The title
description: What it's <about>
date: 2026-11-22
---
One

Two
"""
PORTUGUESE = {"The title": "O título", "What it's <about>": "Sobre <isto>", "One": "Um", "Two": "Dois"}
ARABIC = {"The title": "العنوان", "One": "واحد"}


def made(base_url: str = f"{BASE}/") -> SmallSite:
    """Return a site with a complete page, one that is half translated, and one that is below that."""
    return small_site(
        {"g/a b": ARTICLE},
        {"pt_BR": PORTUGUESE, "ar": ARABIC, "de": {"One": "Eins"}, "fr": {}},
        base_url=base_url,
    )


def head(html: str) -> list[str]:
    """Return the lines of a head that speak of addresses, without the data and the style."""
    lines = html.partition("<head>")[2].partition("</head>")[0].split("\n")
    return [line for line in lines if re.search("alternate|canonical|og:", line) and "atom" not in line]


def data(html: str) -> Any:
    found = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    return json.loads(found) if found else None


SET = [
    f'<link rel="alternate" hreflang="en" href="{BASE}/en/g/a%20b.html">',
    f'<link rel="alternate" hreflang="ar" href="{BASE}/ar/g/a%20b.html">',
    f'<link rel="alternate" hreflang="pt-BR" href="{BASE}/pt-BR/g/a%20b.html">',
    f'<link rel="alternate" hreflang="x-default" href="{BASE}/en/g/a%20b.html">',
]


def test_a_translation_names_its_set_and_itself_as_canonical() -> None:
    assert head(made().html("pt-BR/g/a b")) == [
        f'<link rel="canonical" href="{BASE}/pt-BR/g/a%20b.html">',
        *SET,
        '<meta property="og:title" content="O título">',
        '<meta property="og:description" content="Sobre &lt;isto&gt;">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:url" content="{BASE}/pt-BR/g/a%20b.html">',
        '<meta property="og:locale" content="pt_BR">',
        '<meta property="og:locale:alternate" content="en_US">',
        '<meta property="og:locale:alternate" content="ar_EG">',
        '<link rel="alternate" type="text/markdown" href="a%20b.md">',
    ]


def test_every_page_of_the_set_names_the_same_set() -> None:
    site = made()
    for locale in ("en", "ar", "pt-BR"):
        assert [line for line in head(site.html(f"{locale}/g/a b")) if "hreflang" in line] == SET
        assert "noindex" not in site.html(f"{locale}/g/a b")


def test_a_page_mostly_in_the_source_language_leads_search_engines_to_the_source() -> None:
    html = made().html("de/g/a b")
    assert '<meta name="robots" content="noindex">' in html
    assert head(html) == [
        f'<link rel="canonical" href="{BASE}/en/g/a%20b.html">',
        '<meta property="og:title" content="The title">',
        '<meta property="og:description" content="What it&#39;s &lt;about&gt;">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:url" content="{BASE}/en/g/a%20b.html">',
        '<meta property="og:locale" content="de_DE">',
        '<link rel="alternate" type="text/markdown" href="a%20b.md">',
    ]
    assert data(html) is None


def test_a_page_without_translations_names_no_alternates() -> None:
    html = small_site({"a": "one\n"}, {"de": {}}, base_url=BASE).html("en/a")
    assert f'<link rel="canonical" href="{BASE}/en/a.html">' in html
    assert "hreflang" not in html


def test_without_an_address_of_the_site_there_is_only_the_way_to_the_markdown_edition() -> None:
    site = made("")
    assert head(site.html("en/g/a b")) == ['<link rel="alternate" type="text/markdown" href="a%20b.md">']
    assert data(site.html("en/g/a b")) is None
    assert '<meta name="robots" content="noindex">' in site.html("de/g/a b")


def test_the_data_of_a_source_page_name_its_translations() -> None:
    assert data(made().html("en/g/a b")) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{BASE}/en/g/a%20b.html",
        "url": f"{BASE}/en/g/a%20b.html",
        "headline": "The title",
        "inLanguage": "en",
        "description": "What it's <about>",
        "dateModified": "2026-11-22",
        "workTranslation": [
            {"@type": "Article", "@id": f"{BASE}/ar/g/a%20b.html", "inLanguage": "ar"},
            {"@type": "Article", "@id": f"{BASE}/pt-BR/g/a%20b.html", "inLanguage": "pt-BR"},
        ],
    }


def test_the_data_of_a_translation_name_its_source() -> None:
    assert data(made().html("ar/g/a b")) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{BASE}/ar/g/a%20b.html",
        "url": f"{BASE}/ar/g/a%20b.html",
        "headline": "العنوان",
        "inLanguage": "ar",
        "dateModified": "2026-11-22",
        "translationOfWork": {"@type": "Article", "@id": f"{BASE}/en/g/a%20b.html", "inLanguage": "en"},
    }


def test_no_text_ends_the_element_of_the_data() -> None:
    texts = {"T": "</script><script>alert(1)</script>", "one": "eins"}
    site = small_site({"a": "---\ntitle: T\n---\none\n"}, {"de": texts}, base_url=BASE)
    html = site.html("de/a")
    assert html.count("<script") == html.count("</script") == 1
    assert data(html)["headline"] == texts["T"]


def test_the_policy_of_a_page_with_data_allows_no_script() -> None:
    html = made().html("en/g/a b")
    assert "script-src &#39;none&#39;;" in html
    assert "sha256" not in html


@pytest.mark.parametrize(
    ("tag", "spelled"),
    [
        ("en", "en_US"),
        ("pt", "pt_BR"),
        ("pt_PT", "pt_PT"),
        ("zh_Hans", "zh_CN"),
        ("zh_Hant", "zh_TW"),
        ("zh_Hant_HK", "zh_HK"),
        ("sr@latin", "sr_RS"),
        ("ca@valencia", "ca_ES"),
        ("iw", "he_IL"),
        ("es_419", ""),
        ("eo", ""),
        ("qqq", ""),
    ],
)
def test_a_locale_is_spelled_as_open_graph_has_it(tag: str, spelled: str) -> None:
    assert social_locale(LocaleTag.parse(tag)) == spelled
