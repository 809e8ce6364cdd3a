from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_site import Elements, small_site, theme_without

FRONT = """---
title: The title
description: What it's "about"
date: 2026-11-22
tags: [one tag, "2"]
reviewed: Not reviewed.
---
"""
BODY = "Text\n\n- item\n\n  more\n- [x] task\n\n| a | b |\n| :- | -: |\n| c | `d` |\n"
GERMAN = {"The title": "Der Titel", "Text": "Wort", "a": "ä", "one tag": "ein Etikett"}


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def text_of(html: str) -> str:
    """Return the title and the text of an article, without what stands below it."""
    return main_of(html).partition('<section class="about"')[0]


def headings(html: str) -> list[str]:
    return re.findall(r"<h1[^>]*>.*?</h1>", html)


def test_the_markdown_edition_is_the_text_of_the_page() -> None:
    source = "\ufeff" + (FRONT + BODY).replace("\n", "\r\n")
    site = small_site({"a": source}, {"de": GERMAN})
    assert site.outputs["markdown/en/a.md"] == source.encode()
    german = source.replace("The title", "Der Titel").replace("Text", "Wort")
    german = german.replace("| a", "| ä").replace("one tag", "ein Etikett")
    assert site.outputs["markdown/de/a.md"] == german.encode()


def test_a_source_page_shows_what_its_front_matter_says() -> None:
    html = small_site({"guides/a": FRONT + BODY}).html("en/guides/a")
    assert html.startswith('<!doctype html>\n<html lang="en" dir="ltr">\n')
    for part in (
        "<title>The title</title>",
        '<meta name="description" content="What it&#39;s &#34;about&#34;">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="l10n-toolkit">',
        '<link rel="stylesheet" href="../../assets/style.css">',
        '<a class="home" href="../index.html">All pages</a>',
        '<time datetime="2026-11-22">November 22, 2026</time>',
        '<li><a href="../tags/one-tag.html">one tag</a></li>\n<li><a href="../tags/2.html">2</a></li>',
        '<p class="notice">Not reviewed.</p>',
        "<h1>The title</h1>",
        '<a href="../../index.html#toolkit-content">All languages</a>',
    ):
        assert part in html
    assert 'class="languages"' not in html
    assert "noindex" not in html
    assert "notice-translation" not in html
    assert "untranslated" not in html


def test_a_translated_page_says_what_is_not_in_its_language() -> None:
    site = small_site({"a": FRONT + BODY}, {"de": GERMAN}, draft=True, theme=theme_without("de"))
    html = site.html("de/a")
    assert html.startswith('<!doctype html>\n<html lang="de" dir="ltr">\n')
    english = ' lang="en" dir="ltr"'
    for part in (
        "<title>Der Titel</title>",
        f'<meta name="description" content="What it&#39;s &#34;about&#34;"{english}>',
        '<meta name="robots" content="noindex">',
        '<time datetime="2026-11-22">22. November 2026</time>',
        '<li><a href="tags/one-tag.html">ein Etikett</a></li>\n<li><a href="tags/2.html">2</a></li>',
        f'<p class="notice"{english}>Not reviewed.</p>',
        "<h1>Der Titel</h1>",
        # Here are no German interface words, and English ones say so.
        f'<a class="home" href="index.html"{english}>All pages</a>',
        f'<div class="notice notice-translation"{english}>\n'
        "<p>This translation is a draft that nobody has reviewed yet.</p>\n"
        '<p><a href="#toolkit-passage-6">7 passages of this page are not translated yet and stand in'
        ' <bdi lang="en">English</bdi>.</a></p>\n'
        '<p><a href="../en/a.html" hreflang="en">Read the original in <bdi lang="en">English</bdi></a></p>',
        "<p>Wort</p>",
        f'<p id="toolkit-passage-6"{english} class="untranslated">item</p>',
        '<th id="toolkit-passage-10" scope="col" class="align-end">'
        f'<span{english} class="untranslated">b</span></th>',
        '<th scope="col" class="align-start">ä</th>',
        '<td class="align-end"><code dir="ltr" translate="no">d</code></td>',
    ):
        assert part in html


def test_the_language_menu_leads_to_the_same_page() -> None:
    site = small_site({"g/a": "one\n", "b": "two\n"}, {"ar": {"one": "واحد"}, "es": {"two": "dos"}})
    menu = site.html("ar/g/a").partition('<nav class="languages"')[2].partition("</nav>")[0]
    assert menu == (
        ' aria-labelledby="toolkit-languages">\n'
        '<span class="languages-title" id="toolkit-languages">اللغات</span>\n<ul>\n'
        '<li><a href="../../en/g/a.html" lang="en" hreflang="en" dir="ltr">English</a></li>\n'
        '<li><span lang="ar" dir="rtl" aria-current="page">العربية</span></li>\n</ul>\n'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# *One*\n\ntext\n\n# Two\n", ['<h1 id="one"><em>One</em></h1>', '<h1 id="two">Two</h1>']),
        ("---\ntitle: T\n---\n# One\n", ['<h1 id="one">One</h1>']),
        ("---\ntitle: T\n---\ntext\n\n# One\n", ['<h1 id="one">One</h1>']),
        ("<!-- c -->\n\n# One\n", ['<h1 id="one">One</h1>']),
        ("---\ntitle: T <b>\n---\n## Two\n", ["<h1>T &lt;b&gt;</h1>"]),
        ("text\n", ["<h1>a</h1>"]),
        ("> # One\n", ['<h1 id="one">One</h1>']),
    ],
)
def test_the_title_is_the_first_heading_else_the_front_matters_never_both(
    text: str, expected: list[str]
) -> None:
    assert headings(small_site({"a": text}).html("en/a")) == expected


def test_a_heading_that_opens_the_page_stands_before_what_we_say_of_the_page() -> None:
    html = main_of(small_site({"a": "---\ndate: 2026-11-22\n---\n# One\n\ntext\n"}).html("en/a"))
    assert html.index("<h1") < html.index("<time") < html.index("<p>text</p>")


def test_ids_of_headings_are_the_same_in_every_language() -> None:
    site = small_site(
        {"a": "# One {#first}\n\n## Two words\n"}, {"ar": {"One": "واحد", "Two words": "كلمتان"}}
    )
    assert re.findall(r'<h\d id="([^"]+)"', text_of(site.html("ar/a"))) == ["first", "two-words"]
    assert 'id="first"' in site.html("en/a")


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (1, "مقطع واحد من هذه الصفحة لم يُترجم بعد"),
        (2, "مقطعان من هذه الصفحة لم يُترجما بعد"),
        (3, "3 مقاطع من هذه الصفحة لم تُترجم بعد"),
        (11, "11 مقطعًا من هذه الصفحة لم تُترجم بعد"),
        (100, "100 مقطع من هذه الصفحة لم تُترجم بعد"),
    ],
)
def test_the_notice_counts_in_the_pages_language(left: int, said: str) -> None:
    text = "done\n\n" + "".join(f"text {number}\n\n" for number in range(left))
    html = small_site({"a": text}, {"ar": {"done": "تم"}}).html("ar/a")
    assert f'<p><a href="#toolkit-passage-2">{said}، ' in html
    assert 'class="notice notice-translation">' in html
    assert html.count('class="untranslated"') == left


def test_a_complete_translation_has_no_notice_but_the_way_to_the_original() -> None:
    html = small_site({"a": "one\n\n    code\n"}, {"es": {"one": "uno"}}).html("es/a")
    assert html.partition("notice-translation")[2].partition("</div>")[0] == (
        '">\n<p><a href="../en/a.html" hreflang="en">Leer el original en '
        '<bdi lang="en">English</bdi></a></p>\n'
    )
    assert "noindex" not in html


def test_what_the_author_keeps_in_the_source_language_says_so_without_being_counted() -> None:
    html = small_site({"a": "one\n\n<!-- i18n:skip -->\n\nkeep\n"}, {"es": {"one": "uno"}}).html("es/a")
    assert '<p lang="en" dir="ltr">keep</p>' in html
    assert "untranslated" not in html


def test_notes_within_a_passage_keep_its_language() -> None:
    html = small_site({"a": "one\n\ntwo^[note ^[deep]]\n"}, {"ar": {"one": "واحد"}}).html("ar/a")
    marked = '<span lang="en" dir="ltr" class="untranslated">'
    assert f"{marked}note " in html
    assert f"{marked}deep</span>" in html


def test_the_words_that_rendering_adds_are_in_the_pages_language() -> None:
    text = "> [!NOTE]\n> x[^1]\n\n- [x] a\n- [ ] b\n\n| t |\n|-|\n| u |\n\n[^1]: n\n"
    texts = {word: f"{word} (x)" for word in ("a", "b", "t", "u", "n")} | {"x[^1]": "y[^1]"}
    spanish = small_site({"a": text}, {"es": texts}).html("es/a")
    german = small_site({"a": text}, {"de": texts}, theme=theme_without("de")).html("de/a")
    for part in (
        '<p class="markdown-alert-title">Nota</p>',
        'disabled aria-label="Hecho" checked> a',
        'disabled aria-label="Pendiente"> b',
        '<div class="table" role="group" aria-label="Tabla" tabindex="0">',
        'id="toolkit-footnotes">Notas al pie</p>',
        'role="doc-backlink" aria-label="Volver al texto">',
    ):
        assert part in spanish
    for part in (
        '<p class="markdown-alert-title" lang="en" dir="ltr">Note</p>',
        'disabled aria-label="Done" lang="en" dir="ltr" checked> a',
        '<div class="table" tabindex="0">',
        'id="toolkit-footnotes" lang="en" dir="ltr">Footnotes</p>',
        'aria-label="Back to text" lang="en" dir="ltr">',
    ):
        assert part in german


def test_the_index_of_a_locale_lists_its_published_pages() -> None:
    site = small_site(
        {"b": FRONT + BODY, "g/a": "# One\n", "c": "three\n"},
        {"es": {"One": "Uno", "Text": "Texto"}},
        draft=True,
    )
    html = main_of(site.html("es/index"))
    assert re.findall(r'<a href="([^"]+)"([^>]*)>([^<]+)</a>', html) == [
        ("b.html", ' lang="en" dir="ltr"', "The title"),
        ("g/a.html", "", "Uno"),
    ]
    assert '<p lang="en" dir="ltr">What it&#39;s &#34;about&#34;</p>' in html
    assert '<time datetime="2026-11-22">22 de noviembre de 2026</time>' in html
    assert "<span>9\u00a0% traducido</span>" in html
    assert html.count("<span>Borrador sin revisar</span>") == 2
    assert html.count("traducido") == 1
    assert "<title>Todas las páginas</title>" in site.html("es/index")


def test_a_document_index_is_the_start_page_of_its_locale() -> None:
    site = small_site({"index": "# Start\n", "a": "one\n"}, {"es": {"one": "uno"}})
    assert "Start" in site.html("en/index")
    assert "Todas las páginas" in site.html("es/index")
    both = small_site({"index": "# Start\n"}, {"es": {"Start": "Inicio"}})
    assert "Inicio" in both.html("es/index")


def test_the_root_page_leads_to_every_language_that_has_a_page() -> None:
    site = small_site({"a": "one\n"}, {"es": {"one": "uno"}, "ar": {}, "fa": {"one": "یک"}})
    assert re.findall(r"<li>(.*)</li>", site.html("index")) == [
        '<a href="en/index.html" lang="en" hreflang="en" dir="ltr">English</a>',
        '<a href="es/index.html" lang="es" hreflang="es" dir="ltr">español</a>',
        '<a href="fa/index.html" lang="fa" hreflang="fa" dir="rtl">فارسی</a>',
    ]
    assert "html/ar/index.html" not in site.outputs
    assert "html/assets/style.css" in site.outputs


def test_planning_twice_gives_the_same() -> None:
    texts: Mapping[str, Mapping[str, str]] = {"es": {"Text": "Texto"}, "ar": {"Text": "نص"}}
    assert small_site({"a": FRONT + BODY}, texts).outputs == small_site({"a": FRONT + BODY}, texts).outputs


PIECES = [
    "# A\n",
    "text",
    " `c`",
    "[x](a.md)",
    "![y](y.svg)",
    "> ",
    "- ",
    "- [ ] ",
    "\n",
    "\n\n",
    "| a |\n|-|\n| b |\n",
]
PIECES += [
    "^[n]",
    "[^1]",
    "\n\n[^1]: f\n",
    "> [!TIP]\n",
    "\n: d\n",
    "**s**",
    "a < b & c",
    "1. ",
    "```\n",
    "    ",
    "---\n",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join))
def test_every_page_nests_its_tags_and_has_one_main_title(text: str) -> None:
    site = small_site({"a": text}, {"ar": {"text": "نص", "A": "ألف"}})
    for path, content in site.outputs.items():
        if path.endswith(".html"):
            elements = Elements(content.decode())
            tags = [tag for tag, _ in elements.found]
            assert "h1" in tags
            assert tags.count("main") == tags.count("title") == 1
            references = set(elements.attribute("aria-labelledby"))
            assert references <= set(elements.attribute("id"))


def test_a_view_knows_regional_words_as_the_pages_own() -> None:
    texts = {"es_MX": {"one": "uno"}, "zh_Hant": {"one": "一"}}
    site = small_site({"a": "one\n"}, texts, theme=theme_without("zh_Hant"))
    assert 'href="index.html">Todas las páginas</a>' in site.html("es-MX/a")
    assert 'href="index.html" lang="en" dir="ltr">All pages</a>' in site.html("zh-Hant/a")
