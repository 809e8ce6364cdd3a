"""Tags lead to a list of the articles that have them, in each language that has any."""

from __future__ import annotations

import pytest

from tests.cli.html_page import Element, read_page
from tests.small_site import SmallSite, small_site
from toolkit.publish.tags import tag_slug

BASE = "https://example.org"
DOCUMENTS = {
    "a": "---\ntitle: First\ntags: [Stem cells, Open questions, '!']\n---\nOne\n",
    "g/b": "---\ntitle: Second\ntags: [stem  Cells]\n---\nTwo\n\nThree\n",
    "c": "---\ntitle: Third\ntags: only one\n---\nFour\n",
}
SPANISH = {"Stem cells": "Células madre", "First": "Primero", "One": "Uno", "Second": "Segundo", "Two": "Dos"}
TRANSLATIONS = {"es": SPANISH, "ar": {"Two": "اثنان", "Three": "ثلاثة"}, "de": {}}


def made(documents: dict[str, str] | None = None, **options: str) -> SmallSite:
    return small_site(documents or DOCUMENTS, TRANSLATIONS, **options)  # type: ignore[arg-type]


def page(site: SmallSite, path: str) -> Element:
    return read_page(site.html(path))


def tags(site: SmallSite, path: str) -> list[tuple[str, str, str]]:
    """Return what the tags of an article are: text, address, language."""
    (found,) = (one for one in page(site, path).all("ul") if one.attributes.get("class") == "tags")
    items = []
    for item in found.all("li"):
        link = next(item.all("a"), item)
        items.append((item.text.strip(), link.attributes.get("href", ""), link.attributes.get("lang", "")))
    return items


def entries(site: SmallSite, path: str) -> list[tuple[str, str]]:
    found = page(site, path).one("ul", class_="page-list")
    return [(one.text, one.attributes["href"]) for one in found.all("a")]


def test_the_tags_of_an_article_lead_to_their_lists_in_its_language() -> None:
    site = made()
    assert tags(site, "es/a") == [
        ("Células madre", "tags/stem-cells.html", ""),
        ("Open questions", "tags/open-questions.html", "en"),
        ("!", "", ""),
    ]
    assert tags(site, "en/g/b") == [("stem Cells", "../tags/stem-cells.html", "")]
    assert tags(site, "en/c") == [("only one", "tags/only-one.html", "")]


def test_a_list_has_the_published_articles_with_the_tag_in_their_order() -> None:
    site = made()
    assert entries(site, "es/tags/stem-cells") == [("Primero", "../a.html"), ("Segundo", "../g/b.html")]
    assert entries(site, "ar/tags/stem-cells") == [("Second", "../g/b.html")]
    assert [path for path in sorted(site.outputs) if "/tags/" in path] == [
        "html/ar/tags/stem-cells.html",
        *(f"html/en/tags/{slug}.html" for slug in ("only-one", "open-questions", "stem-cells")),
        *(f"html/es/tags/{slug}.html" for slug in ("open-questions", "stem-cells")),
    ]


def test_a_list_is_called_like_the_tag_and_says_in_which_language_that_is() -> None:
    site = made()
    for path, title, attributes in (
        ("es/tags/stem-cells", "Células madre", {}),
        ("es/tags/open-questions", "Open questions", {"lang": "en", "dir": "ltr"}),
        ("en/tags/stem-cells", "Stem cells", {}),
    ):
        for name in ("title", "h1"):
            element = page(site, path).one(name)
            assert (element.text, element.attributes) == (title, attributes)


def test_a_list_has_a_way_to_the_other_languages_and_to_all_pages() -> None:
    found = page(made(), "es/tags/stem-cells")
    menu = found.one("nav", class_="languages")
    assert [one.attributes["href"] for one in menu.all("a")] == [
        "../../en/tags/stem-cells.html",
        "../../ar/tags/stem-cells.html",
    ]
    assert found.one("nav", class_="breadcrumb").one("a").attributes["href"] == "../index.html"


def test_lists_of_a_tag_are_a_set_for_search_engines() -> None:
    site = made(base_url=BASE)
    links = [one.attributes for one in page(site, "es/tags/stem-cells").all("link")]
    assert [(one["hreflang"], one["href"]) for one in links if "hreflang" in one] == [
        (language, f"{BASE}/{folder}/tags/stem-cells.html")
        for language, folder in (("en", "en"), ("ar", "ar"), ("es", "es"), ("x-default", "en"))
    ]
    assert {"rel": "canonical", "href": f"{BASE}/es/tags/stem-cells.html"} in links
    sitemap = site.outputs["html/sitemap-es.xml"].decode()
    assert f"<loc>{BASE}/es/tags/stem-cells.html</loc>" in sitemap
    # Nobody else has this one: the set has a single page, and x-default would be itself.
    alone = [one.attributes for one in page(site, "en/tags/only-one").all("link")]
    assert not any("hreflang" in one for one in alone)


def test_a_list_of_pages_that_search_engines_leave_out_is_left_out() -> None:
    documents = {**DOCUMENTS, "g/b": "---\ntags: [Stem cells]\n---\nTwo\n\nThree\n\nFour\n\nFive\n"}
    site = made(documents, base_url=BASE)
    assert {"name": "robots", "content": "noindex"} in [
        one.attributes for one in page(site, "ar/tags/stem-cells").all("meta")
    ]
    named = [one.attributes.get("hreflang") for one in page(site, "es/tags/stem-cells").all("link")]
    assert "ar" not in named
    assert "sitemap-ar" not in site.outputs["html/sitemap.xml"].decode()


def test_a_document_keeps_its_place_and_the_tag_has_no_list() -> None:
    site = made({**DOCUMENTS, "tags/Only-One": "# Mine\n"})
    assert page(site, "en/tags/Only-One").one("h1").text == "Mine"
    assert not any(path.endswith("only-one.html") for path in site.outputs)
    assert tags(site, "en/c") == [("only one", "", "")]


def test_neither_an_alias_nor_a_file_takes_the_place_of_a_list() -> None:
    text = "---\naliases: [tags/Stem-Cells]\n---\n[x](tags/only-one.html)\n"
    site = made({**DOCUMENTS, "z": text})
    assert page(site, "en/tags/stem-cells").one("h1").text == "Stem cells"
    assert page(site, "en/tags/only-one").one("h1").text == "only one"
    assert sorted(finding.rule for finding in site.findings) == ["alias", "dead-link"]


@pytest.mark.parametrize(
    ("tag", "slug"),
    [
        ("Stem cells", "stem-cells"),
        ("C++", "c"),
        ("研究", "研究"),
        ("Straße", "strasse"),
        ("e\u0301", "é"),
        ("../../x", "x"),
        ("a/b\\c", "abc"),
        ("🙂", ""),
        ("-", ""),
        ("x" * 200, "x" * 200),
        ("x" * 201, ""),
        ("語" * 67, ""),
        *(("Con", ""), ("NUL", ""), ("com1", ""), ("com10", "com10"), ("const", "const")),
    ],
)
def test_a_slug_is_a_name_that_every_system_can_have(tag: str, slug: str) -> None:
    assert tag_slug(tag) == slug
