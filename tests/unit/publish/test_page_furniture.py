"""What stands around the text of an article: its contents, its place in the site, what is known of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.small_site import EN, Elements, shipped_theme, small_site, theme_without
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary
from toolkit.model.provenance import Provenance
from toolkit.publish.about_translation import about_translation
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.layout import html_path
from toolkit.publish.page_view import Text, View

SECTIONS = "# T\n\n## One\n\n### In *one*\n\n## Two `x`\n\n#### Deep\n"


def part(html: str, start: str, end: str = "</nav>") -> str:
    return html.partition(start)[2].partition(end)[0]


def contents_of(html: str) -> str:
    return part(html, '<nav class="contents"', "</nav>")


def test_the_contents_nest_the_second_and_third_level_with_the_ids_of_the_source() -> None:
    site = small_site({"a": SECTIONS}, {"ar": {"One": "واحد", "In *one*": "في *واحد*"}})
    html = contents_of(site.html("ar/a"))
    assert re.sub(r"\n", "", html.partition("</summary>")[2]) == (
        '<ol><li><a href="#one">واحد</a><ol><li><a href="#in-one">في واحد</a></li></ol></li>'
        '<li><a href="#two-x" lang="en" dir="ltr">Two x</a></li></ol></details>'
    )
    assert html.startswith(' aria-labelledby="toolkit-contents">\n<span class="contents-title"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\n\n## B\n", []),
        ("# T\n\n## A\n\n## B\n", []),
        ("### A\n\n## B\n\n### C\n", ["#a", "#b", "#c"]),
        ("## A\n\n> ## Quoted\n\n- ## Listed\n\n## B\n\nC\n---\n", ["#a", "#b", "#c"]),
        ("## A {#one}\n\n## A\n\n## A\n\n## ![](x.png)\n", ["#one", "#a", "#a-1"]),
        ("## Ä\n\n## B\n\n## C\n", ["#%C3%A4", "#b", "#c"]),
    ],
)
def test_only_headings_of_the_page_itself_from_three_on_are_listed(text: str, expected: list[str]) -> None:
    html = small_site({"a": text}).html("en/a")
    assert re.findall(r'<a href="([^"]*)"', contents_of(html)) == expected
    assert ("with-contents" in html) == bool(expected)


def test_every_line_of_the_contents_leads_to_a_heading() -> None:
    html = small_site({"a": SECTIONS}).html("en/a")
    ids = set(Elements(html).attribute("id"))
    assert {"one", "in-one", "two-x"} <= ids


def test_the_breadcrumb_names_the_folders_and_leads_to_their_start_pages() -> None:
    documents = {"a": "one\n", "g/index": "# Guides\n", "g/the-deep/b": "one\n"}
    html = small_site(documents, {"es": {"one": "uno", "Guides": "Guías"}}).html("es/g/the-deep/b")
    assert re.findall(r"<li>(.*)</li>", part(html, '<nav class="breadcrumb"')) == [
        '<a class="home" href="../../index.html">Todas las páginas</a>',
        '<a href="../index.html">Guías</a>',
        '<span lang="en" dir="ltr">the deep</span>',
    ]


def test_a_start_page_is_no_step_of_its_own_way() -> None:
    site = small_site({"index": "# Start\n", "g/index": "# Guides\n", "a": "x\n"})
    assert "breadcrumb" not in site.html("en/index")
    assert 'class="neighbours"' not in site.html("en/index")
    crumbs = re.findall(r"<li>(.*)</li>", part(site.html("en/g/index"), '<nav class="breadcrumb"'))
    assert crumbs == ['<a class="home" href="../index.html">Start</a>']


def test_previous_and_next_are_the_published_pages_in_the_order_of_the_site() -> None:
    documents = {"a": "# A\n", "b": "# B\n", "index": "# I\n", "g/c": "# C\n", "d": "# D\n"}
    site = small_site(documents, {"es": {"A": "á", "C": "ç", "D": "đ"}})
    ways = {
        name: re.findall(r'rel="(\w+)" href="([^"]+)"', part(site.html(f"es/{name}"), 'class="neighbours"'))
        for name in ("a", "g/c", "d")
    }
    assert ways == {
        "a": [("next", "g/c.html")],
        "g/c": [("prev", "../a.html"), ("next", "../d.html")],
        "d": [("prev", "g/c.html")],
    }


def test_the_only_page_has_no_neighbours() -> None:
    assert "neighbours" not in small_site({"a": "# A\n"}).html("en/a")


def test_the_title_of_a_neighbour_says_its_language() -> None:
    site = small_site({"a": "# A\n\nx\n", "b": "# B\n\nx\n"}, {"ar": {"x": "س"}})
    assert '<span lang="en" dir="ltr">B</span></a>' in site.html("ar/a")


def test_the_reading_time_is_said_in_the_language_of_the_words_around_it() -> None:
    site = small_site({"a": "x\n"}, {"ar": {"x": "س"}, "de": {"x": "y"}}, theme=theme_without("de"))
    assert "<span>مدة القراءة: دقيقة</span>" in site.html("ar/a")
    assert '<span lang="en" dir="ltr">Reading time: 1 minute</span>' in site.html("de/a")


def test_a_translation_says_how_far_it_is_and_leads_to_its_original() -> None:
    site = small_site({"a": "# A\n\nx\n"}, {"es": {"x": "y"}}, draft=True)
    about = part(site.html("es/a"), '<section class="about"', "</section>")
    assert re.findall(r"<d[td]>\n?(.*?)(?:</d[td]>)?\n", about) == [
        "Estado",
        "<span>Borrador sin revisar</span>",
        "Original",
        '<a href="../en/a.html" hreflang="en" lang="en" dir="ltr">A</a>',
    ]
    assert "<span>50\xa0% traducido</span>" in about
    assert 'class="about"' not in site.html("en/a")


def test_what_the_header_of_the_po_file_knows_is_told_in_the_pages_language() -> None:
    site = small_site({"a": "x\n"}, {"es": {"x": "y"}})
    es = LocaleTag("es")
    view = View(site.index, es, html_path("a", es), shipped_theme().words(es))
    summary = replace(page(site.index.page("a", es)), provenance=Provenance(date(2026, 1, 2), "A <b>", "{0}"))
    about = about_translation(view, summary, page(site.index.page("a", EN)))
    assert (about.credits, about.percent) == ("<bdi>A &lt;b&gt;</bdi> y <bdi>{0}</bdi>", "100\xa0%")
    assert about.follows is not None
    assert about.follows.text == "2 de enero de 2026"
    assert about.original == Text("a", view.text(Phrase("a", False)).attributes)


def page(found: PageSummary | None) -> PageSummary:
    assert found
    return found


def test_each_language_and_the_site_have_a_page_for_what_is_missing() -> None:
    site = small_site({"a": "x\n"}, {"ar": {"x": "س"}, "fr": {}})
    html = site.html("ar/404")
    assert html.startswith('<!doctype html>\n<html lang="ar" dir="rtl">\n')
    for part_of in (
        "<title>الصفحة غير موجودة</title>",
        '<meta name="robots" content="noindex">',
        '<p><a href="index.html">جميع الصفحات</a></p>',
        '<a href="../en/index.html" lang="en" hreflang="en" dir="ltr">English</a>',
    ):
        assert part_of in html
    assert "html/fr/404.html" not in site.outputs
    assert '<link rel="stylesheet" href="assets/style.css">' in site.html("404")


@pytest.mark.parametrize(
    ("base_url", "top"), [("https://h.org", ""), ("https://h.org/a b/t%C3%A9", "/a b/t%C3%A9")]
)
def test_a_page_for_what_is_missing_leads_on_from_any_address(base_url: str, top: str) -> None:
    documents = {"a": "---\ndate: 2026-01-02\n---\nx\n"}
    site = small_site(documents, {"es": {"x": "y"}}, base_url=base_url, search=True)
    for path, folder in (("404", "en"), ("en/404", "en"), ("es/404", "es")):
        found = Elements(site.html(path)).found
        urls = {value for _, each in found for name, value in each.items() if name in {"href", "action"}}
        assert {url for url in urls if url and not url.startswith(f"{top}/")} == {"#toolkit-content"}
        assert urls >= {f"{top}/assets/style.css", f"{top}/{folder}/index.html", f"{top}/es/index.html"}


def test_the_frame_of_a_document_404_is_found_from_any_address() -> None:
    site = small_site({"404": "# Gone\n"}, {"es": {"Gone": "Nada"}}, base_url="https://h.org/texts")
    assert '<link rel="stylesheet" href="/texts/assets/style.css">' in site.html("es/404")


def test_no_host_makes_pages_of_the_markdown_copies() -> None:
    assert small_site({"a": "x\n"}).outputs["html/.nojekyll"] == b""


def test_a_document_404_takes_its_place() -> None:
    site = small_site({"404": "# Gone\n"}, {"es": {"Gone": "Ya no está"}})
    assert "Ya no está" in site.html("es/404")
    assert "Page not found" in site.html("404")
