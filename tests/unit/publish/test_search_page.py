"""The page that searches: its words agree with every number, and it says only what a script may have."""

from __future__ import annotations

import json

import pytest

from tests.small_site import Elements, shipped_theme, small_site
from toolkit.languages.numbers import format_number
from toolkit.model.locale import LocaleTag
from toolkit.publish.interface_words import InterfaceWords
from toolkit.publish.search_page import FOUND

LOCALES = sorted(shipped_theme().catalogs, key=str)


def said(words: InterfaceWords, number: int) -> str:
    """Return what ``static/toolkit-search.js`` shows for a number of pages."""
    counted = words.counted(*FOUND)
    text = counted.texts[int(counted.forms[number if number < 200 else 100 + number % 100])]
    return text.replace("%(num)s", str(number))


@pytest.mark.parametrize("locale", [*LOCALES, LocaleTag("xx"), LocaleTag.parse("pt-BR")], ids=str)
def test_the_script_says_a_number_as_gettext_does(locale: LocaleTag) -> None:
    words = shipped_theme().words(locale)
    for number in range(1000):
        assert said(words, number) == words.ngettext(*FOUND, number).unescape(), number


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_the_form_of_a_large_number_is_that_of_its_last_digits(locale: LocaleTag) -> None:
    words = shipped_theme().words(locale)
    counted = words.counted(*FOUND)
    for number in (*range(1000, 1200), *range(9_900, 10_100), 123_456):
        form = counted.texts[int(counted.forms[100 + number % 100])]
        expected = form.replace("%(num)s", format_number(number, locale))
        assert words.ngettext(*FOUND, number).unescape() == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ar", {1: "عُثر على صفحة واحدة", 2: "عُثر على صفحتين", 3: "عُثر على 3 صفحات", 11: "عُثر على 11 صفحة"}),
        (
            "pl",
            {
                1: "Znaleziono 1 stronę",
                4: "Znaleziono 4 strony",
                5: "Znaleziono 5 stron",
                12: "Znaleziono 12 stron",
                22: "Znaleziono 22 strony",
            },
        ),
        (
            "ru",
            {
                1: "Найдена 1 страница",
                3: "Найдены 3 страницы",
                11: "Найдено 11 страниц",
                21: "Найдена 21 страница",
                311: "Найдено 311 страниц",
            },
        ),
        ("xx", {1: "1 page found", 2: "2 pages found"}),
    ],
)
def test_the_count_agrees_with_its_noun(name: str, expected: dict[int, str]) -> None:
    words = shipped_theme().words(LocaleTag(name))
    assert {number: said(words, number) for number in expected} == expected


DOCUMENTS = {"a": "# Title\n\nText.\n", "b/c": "# Other\n\nMore.\n"}
ARABIC = {"ar": {"Title": "عنوان", "Text.": "نص."}}


def test_the_page_has_a_form_a_status_and_all_that_the_script_says() -> None:
    site = small_site(DOCUMENTS, ARABIC, search=True)
    found = Elements(site.html("ar/search")).found
    by_name = {tag: attributes for tag, attributes in found if tag in ("form", "input", "label", "noscript")}
    assert by_name == {
        "form": {"class": "search", "role": "search", "action": "search.html", "method": "get"},
        "label": {"class": "visually-hidden", "for": "toolkit-search"},
        "input": {
            "type": "search",
            "id": "toolkit-search",
            "name": "q",
            "autocomplete": "off",
            "spellcheck": "false",
        },
        "noscript": {},
    }
    (box,) = (dict(attributes) for _, attributes in found if attributes.get("id") == "toolkit-results")
    assert json.loads(box.pop("data-found") or "")[2] == "عُثر على صفحتين"
    assert box.pop("data-forms", "") == "0123333333344" + "4" * 87 + "555" + "3" * 8 + "4" * 89
    assert box == {
        "id": "toolkit-results",
        "data-index": "../assets/pagefind/pagefind.js",
        "data-root": "../",
        "data-none": "لم يُعثر على أي صفحة",
        "data-disk": "لا يعمل البحث إلا حين تأتي الصفحات من خادم ويب، لا من القرص.",
        "data-failed": "البحث لا يعمل في الوقت الحالي.",
    }
    assert [attributes for tag, attributes in found if tag == "script"] == [
        {"src": "../assets/toolkit-search.js", "defer": None}
    ]


def test_the_page_is_in_the_menu_of_each_language_and_in_nothing_that_engines_read() -> None:
    site = small_site(DOCUMENTS, ARABIC, search=True, base_url="https://example.org")
    found = Elements(site.html("en/search")).found
    links = [attributes["href"] or "" for tag, attributes in found if tag == "a"]
    assert [link for link in links if "search" in link] == ["../ar/search.html"]
    assert '<meta name="robots" content="noindex">' in site.html("ar/search")
    listed = b"".join(site.outputs[path] for path in site.outputs if path.endswith(".xml"))
    assert b"ar/a.html" in listed
    assert b"search" not in listed


def test_a_page_allows_the_form_and_the_page_that_searches_its_script_alone() -> None:
    without, site = small_site(DOCUMENTS), small_site(DOCUMENTS, search=True)
    policies = [
        next(a["content"] or "" for _, a in Elements(html).found if "http-equiv" in a)
        for html in (without.html("en/b/c"), site.html("en/b/c"), site.html("en/search"))
    ]
    assert policies[1] == policies[0].replace("form-action 'none'", "form-action 'self'")
    assert policies[2] == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'self'; connect-src 'self'"
    )
    assert 'action="../search.html"' in site.html("en/b/c")


def test_without_the_setting_a_page_is_what_it_was() -> None:
    without = small_site(DOCUMENTS, ARABIC)
    assert [path for path in without.outputs if "search" in path] == []
    assert b"form" not in b"".join(
        content for path, content in without.outputs.items() if path.endswith("/a.html")
    ).replace(b"form-action", b"")


def test_a_document_keeps_its_name_and_the_search_takes_another() -> None:
    site = small_site({"Search": "# S\n", "search-2": "# T\n"}, search=True)
    assert 'action="search-3.html"' in site.html("en/Search")
    assert 'id="toolkit-results"' in site.html("en/search-3")
