"""How a page leads to its passages that are not up to date."""

from __future__ import annotations

import re

import pytest

from tests.small_site import EN, Elements, small_site, theme_without
from tests.unit.publish.test_stale_blocks import NOTE, changed, outputs, planned
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.publish.passage_lists import first_words

CODE = MarkdownOptions(code="comments")


def about(html: str) -> str:
    """Return what stands below the list of values about the translation."""
    return html.partition('<section class="about"')[2].partition("</dl>\n")[2].partition("</section>")[0]


def marks(html: str) -> list[str]:
    return re.findall(r'<[^<>]* id="toolkit-passage-[^<>]*>', html)


def test_the_notice_and_the_list_lead_to_what_waits() -> None:
    source = "---\ndescription: About it\n---\n# One\n\n## Two *words*\n\n- item\n\n| cell |\n|---|\n"
    html = small_site({"a": source}, {"es": {"One": "Uno"}}).html("es/a")
    Elements(html)
    english = ' lang="en" dir="ltr"'
    assert (
        '<p><a href="#two-words">4 pasajes de esta página aún no están traducidos y aparecen en'
        ' <bdi lang="en">English</bdi>.</a></p>'
    ) in html
    assert about(html) == (
        "<details>\n<summary>Aún sin traducir: 4</summary>\n<ul>\n"
        f"<li><span{english}>About it</span></li>\n"
        f'<li><a href="#two-words"{english}>Two words</a></li>\n'
        f'<li><a href="#toolkit-passage-4"{english}>item</a></li>\n'
        f'<li><a href="#toolkit-passage-5"{english}>cell</a></li>\n'
        "</ul>\n</details>\n"
    )
    assert marks(html) == [
        f'<span id="toolkit-passage-4"{english} class="untranslated">',
        '<th id="toolkit-passage-5" scope="col">',
    ]


def test_ids_are_those_of_the_source_whatever_else_waits() -> None:
    source = "one\n\ntwo\n\nthree\n"
    few = small_site({"a": source}, {"es": {"one": "uno", "two": "dos"}, "ar": {"one": "واحد"}})
    third = '<p id="toolkit-passage-3" lang="en" dir="ltr" class="untranslated">three</p>'
    assert third in few.html("es/a")
    assert third in few.html("ar/a")


@pytest.mark.parametrize("locale", ["en", "es"])
def test_source_pages_and_complete_pages_have_nothing_of_it(locale: str) -> None:
    html = small_site({"a": "# One\n\n<p>two</p>\n"}, {"es": {"One": "Uno", "two": "dos"}}).html(
        f"{locale}/a"
    )
    assert "toolkit-passage" not in html
    assert about(html) == ""


def test_a_long_list_ends_with_a_number() -> None:
    source = "done\n\n" + "".join(f"text {number}\n\n" for number in range(1022))
    html = small_site({"a": source}, {"de": {"done": "fertig"}}).html("de/a")
    listed = about(html)
    assert listed.startswith("<details>\n<summary>Noch nicht übersetzt: 1.022</summary>\n")
    assert listed.count("<li><a ") == 20
    assert listed.endswith("<li>Weitere Textabschnitte: 1.002</li>\n</ul>\n</details>\n")
    assert len(marks(html)) == 1022


def test_words_of_another_language_say_so() -> None:
    source = "".join(f"text {number}\n\n" for number in range(30))
    listed = about(small_site({"a": source}, {"de": {"text 0": "x"}}, theme=theme_without("de")).html("de/a"))
    assert '<summary lang="en" dir="ltr">Not translated yet: 29</summary>' in listed
    assert '<li lang="en" dir="ltr">Further passages: 9</li>' in listed


def test_old_translations_are_listed_by_their_new_words() -> None:
    _, html = outputs(planned("New\n\nOther\n", changed("Old", "New", "Viejo")))
    assert '<p><a href="#toolkit-passage-1">1 pasaje de esta página traduce una versión anterior' in html
    assert about(html).endswith(
        "<details>\n<summary>Modificados desde entonces en el original: 1</summary>\n<ul>\n"
        '<li><a href="#toolkit-passage-1" lang="en" dir="ltr">New</a></li>\n</ul>\n</details>\n'
    )


def test_the_title_of_the_front_matter_is_marked_where_it_is_the_heading() -> None:
    entry = (
        '# toolkit: changed\n#, fuzzy\n#| msgctxt "title"\n#| msgid "Old"\n'
        'msgctxt "title"\nmsgid "New"\nmsgstr "Viejo"\n'
    )
    _, html = outputs(planned("---\ntitle: New\n---\nText\n", entry))
    assert '<h1 id="toolkit-passage-1" class="stale" title="[-Old-]{+New+}">Viejo</h1>' in html
    waits = small_site({"a": "---\ntitle: New\n---\nText\n"}, {"es": {"Text": "Texto"}}).html("es/a")
    assert '<h1 id="toolkit-passage-1" class="untranslated" lang="en" dir="ltr">New</h1>' in waits
    assert '<p><a href="#toolkit-passage-1">1 pasaje' in waits


def test_a_page_with_a_heading_of_its_own_does_not_show_that_title() -> None:
    html = small_site({"a": "---\ntitle: New\n---\n# Head\n"}, {"es": {"Head": "Título"}}).html("es/a")
    assert '<h1 id="head">Título</h1>' in html
    assert "<p>1 pasaje de esta página" in html
    assert '<li><span lang="en" dir="ltr">New</span></li>' in html


def test_texts_of_raw_html_say_their_language_and_what_changed() -> None:
    source = "<div>\n<h2>New</h2>\n<p>New text</p>\n<p>Other</p>\n</div>\n"
    _, html = outputs(
        planned(source, changed("Old", "New", "Viejo"), changed("Old text", "New text", "Texto"))
    )
    note = NOTE.format("<del>Old</del><ins>New</ins> text")
    assert (
        '<div>\n<h2><span id="toolkit-passage-1" class="stale" title="[-Old-]{+New+}">Viejo</span></h2>\n'
        f'<p><span id="toolkit-passage-2" class="stale">Texto</span>{note}</p>\n'
        '<p><span id="toolkit-passage-3" lang="en" dir="ltr" class="untranslated">Other</span></p>\n</div>\n'
    ) in html


def test_comments_in_code_say_their_language() -> None:
    source = "```sh\nls # it's one\n# two\n# lines\n```\n\ntext\n"
    html = small_site({"a": source}, {"es": {"text": "texto"}}, options=CODE).html("es/a")
    english = ' lang="en" dir="ltr" class="untranslated"'
    assert (
        f'ls # <span id="toolkit-passage-1"{english}>it\'s one</span>\n'
        f'# <span id="toolkit-passage-2"{english}>two</span>\n# <span{english}>lines</span>\n</code>'
    ) in html


def test_a_footnote_that_nothing_refers_to_is_listed_without_a_link() -> None:
    source = "text\n\n[^1]: lost\n\nmore[^2]\n\n[^2]: found\n"
    html = small_site({"a": source}, {"es": {"text": "texto"}}).html("es/a")
    assert re.findall(r"<li>(.*)</li>", about(html)) == [
        '<span lang="en" dir="ltr">lost</span>',
        '<a href="#toolkit-passage-3" lang="en" dir="ltr">more</a>',
        '<a href="#toolkit-passage-4" lang="en" dir="ltr">found</a>',
    ]


@pytest.mark.parametrize(("waiting", "named", "further"), [(20, 20, ""), (21, 20, "1")])
def test_a_list_names_twenty_passages_and_counts_the_others(waiting: int, named: int, further: str) -> None:
    texts = [f"text {number}" for number in range(waiting)]
    html = about(small_site({"a": "\n\n".join(["done", *texts])}, {"es": {"done": "hecho"}}).html("es/a"))
    assert re.findall(r">(text \d+)</a>", html) == texts[:named]
    assert re.findall(r"Otros pasajes: ([^<]*)", html) == ([further] if further else [])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("One *two* `three` &amp; [four](x.md) ![five](y.png)", "One two three & four five"),
        ("<p>One <b>two</b> &amp; three</p>", "One two & three"),
        ("word " * 30, "word " * 11 + "word\u2026"),
        ("\u5b57" * 80, "\u5b57" * 60 + "\u2026"),
        ("x" * 59 + "e\u0301" * 9, "x" * 59 + "\u2026"),
        ("x" * 60, "x" * 60),
        ('<p title="a <i>"></p>', "a <i>"),
    ],
)
def test_the_first_words_are_plain_text(source: str, words: str) -> None:
    parsed = parse_document(Document("a", "source/a.md", source))
    assert first_words(parsed.segments[0], parsed.env) == words


@pytest.mark.parametrize(
    ("texts", "draft", "link"),
    [
        ({"one": "uno"}, False, True),
        ({"one": "uno", "two": "dos"}, False, False),
        ({"one": "uno", "two": "dos"}, True, True),
    ],
)
def test_pages_that_need_work_say_where_to_do_it(texts: dict[str, str], draft: bool, link: bool) -> None:
    source = {"a": "one\n\ntwo\n"}
    assert "Ayudar" not in small_site(source, {"es": texts}, draft=draft).html("es/a")
    site = small_site(source, {"es": texts}, draft=draft, translate_url="https://example.org/a?b&c")
    help_link = '<p><a href="https://example.org/a?b&amp;c">Ayudar a traducir esta página</a></p>\n'
    assert about(site.html("es/a")).endswith(help_link) == link
    assert "example.org" not in site.html(f"{EN}/a")
