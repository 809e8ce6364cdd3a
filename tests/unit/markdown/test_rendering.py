from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit.publish
from toolkit.markdown.document_headings import first_heading, source_heading_ids
from toolkit.markdown.edition import make_edition
from toolkit.markdown.headings import heading_slug, unique_ids
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.render_settings import RenderSettings, Target
from toolkit.markdown.rendering import Rendered, render_html
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.publish.passages import passage_id


def rendered(text: str, settings: RenderSettings | None = None) -> Rendered:
    parsed = parse_document(Document("a", "source/a.md", text))
    return render_html(make_edition(parsed, {}), settings or RenderSettings(source_heading_ids(parsed)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a `b`\n", '<p>a <code dir="ltr" translate="no">b</code></p>\n'),
        ("    a\n", '<pre dir="ltr" translate="no" tabindex="0"><code>a\n</code></pre>\n'),
        (
            "```py x\n<a>\n```\n",
            '<pre dir="ltr" translate="no" tabindex="0"><code class="language-py">&lt;a&gt;\n</code></pre>\n',
        ),
        ("a\\\nb\n\n***\n", "<p>a<br>\nb</p>\n<hr>\n"),
        (
            "> [!WARNING]\n> a\n",
            '<div class="markdown-alert markdown-alert-warning">\n'
            '<p class="markdown-alert-title">Warning</p>\n'
            "<p>a</p>\n</div>\n",
        ),
        (
            "- [x] a\n- b\n",
            '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" '
            'class="task-list-item-checkbox" disabled aria-label="Done" checked> a</li>\n<li>b</li>\n</ul>\n',
        ),
        ("<div>\n*a*\n</div>\n", "<div>\n*a*\n</div>\n"),
    ],
)
def test_blocks_become_html(text: str, html: str) -> None:
    assert rendered(text) == Rendered("", html)


def test_a_table_scrolls_in_a_box_and_aligns_along_the_page() -> None:
    assert rendered("| a | b | c |\n| :- | :-: | -: |\n| d | e |\n").body == (
        '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<thead>\n<tr>\n'
        '<th scope="col" class="align-start">a</th>\n<th scope="col" class="align-center">b</th>\n'
        '<th scope="col" class="align-end">c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td class="align-start">d</td>\n'
        '<td class="align-center">e</td>\n<td class="align-end"></td>\n</tr>\n</tbody>\n</table>\n</div>\n'
    )


def test_footnotes_lead_there_and_back() -> None:
    assert rendered("a[^x] b[^x]\n\n[^x]: c\n").body == (
        '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1" role="doc-noteref">[1]</a></sup> '
        'b<sup class="footnote-ref"><a href="#fn1" id="fnref1:1" role="doc-noteref">[1]</a></sup></p>\n'
        '<section class="footnotes" role="doc-endnotes" aria-labelledby="toolkit-footnotes">\n'
        '<p class="visually-hidden" id="toolkit-footnotes">Footnotes</p>\n<ol class="footnotes-list">\n'
        '<li id="fn1" class="footnote-item"><p>c '
        '<a href="#fnref1" class="footnote-backref" role="doc-backlink" '
        'aria-label="Back to text">↩\ufe0e</a> '
        '<a href="#fnref1:1" class="footnote-backref" role="doc-backlink" '
        'aria-label="Back to text">↩\ufe0e</a>'
        "</p>\n</li>\n</ol>\n</section>\n"
    )


def test_the_way_back_from_a_footnote_that_waits_says_its_own_language() -> None:
    parsed = parse_document(Document("a", "source/a.md", "a[^x]\n\n[^x]: b\n"))
    russian = Language("ru", "ltr")
    settings = RenderSettings(
        foreign=Language("en", "ltr"), words=PageWords({"Back to text": "Назад"}, own=russian)
    )
    body = render_html(make_edition(parsed, {}), settings).body
    assert (
        '<p lang="en" dir="ltr">b <a href="#fnref1" class="footnote-backref" role="doc-backlink" '
        'aria-label="Назад" lang="ru" dir="ltr">'
    ) in body
    settings = RenderSettings(words=settings.words)
    assert 'aria-label="Назад">' in render_html(make_edition(parsed, {}), settings).body


@pytest.mark.parametrize(
    ("text", "heading"),
    [("# A *b*\n\nc\n", '<h1 id="a-b">A <em>b</em></h1>'), ("<!-- x -->\n\nA\n=\n", '<h1 id="a">A</h1>')]
    + [(text, "") for text in ("", "a\n\n# A\n", "## A\n", "<b>\n\n# A\n", "> # A\n")],
)
def test_the_heading_that_opens_a_page_is_given_apart(text: str, heading: str) -> None:
    assert rendered(text).heading == heading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A *b* `c` [d](e) ![f](g) {#id}\n", "A b c d f"),
        ("a\n\nB\nc\n===\n", "B c"),
        ("## A\n", None),
        ("# A[^1]\n\n[^1]: b\n", "A"),
    ],
)
def test_the_first_heading_is_plain_text(text: str, title: str | None) -> None:
    found = first_heading(make_edition(parse_document(Document("a", "a.md", text)), {}))
    assert (found and found[1]) == title


def test_reading_headings_leaves_footnotes_their_numbers() -> None:
    body = rendered("# A[^1]\n\nb[^1]\n\n[^1]: c\n")
    assert 'id="fnref1"' in body.heading
    assert body.body.count('role="doc-backlink"') == 2


def test_autolinks_are_not_asked_about_but_run_from_left_to_right_and_others_are() -> None:
    settings = RenderSettings(target=lambda one: Target(f"{one.href}!", "" if one.image else "en"))
    assert rendered("<https://a.org> [b](c) ![d](e)\n", settings).body == (
        '<p><a href="https://a.org" dir="ltr">https://a.org</a> <a href="c!" hreflang="en">b</a> '
        '<img src="e!" alt="d"></p>\n'
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Where it is being studied", "where-it-is-being-studied"),
        ("What's new?  (2026)", "whats-new--2026"),
        ("Größe & Maß", "größe--maß"),
        ("العلاج بالخلايا", "العلاج-بالخلايا"),
        ("हिन्दी", "हिन्दी"),
        ("snake_case – dash", "snake_case--dash"),
        ("!?", ""),
    ],
)
def test_an_id_follows_githubs_rule(text: str, slug: str) -> None:
    assert heading_slug(text) == slug


def test_a_repeated_heading_gets_a_number_and_an_explicit_id_wins() -> None:
    headings = [(None, "A"), (None, "A"), ("a-2", "B"), (None, "A"), (None, "!"), (None, "a 1")]
    assert unique_ids(headings) == ("a", "a-1", "a-2", "a-3", "section", "a-1-1")


def test_no_heading_has_an_id_that_pages_have_of_their_own() -> None:
    templates = Path(toolkit.publish.__file__).parent / "templates"
    found = {
        one for file in templates.glob("*.html") for one in re.findall(r' id="([^"{]+)"', file.read_text())
    }
    ours = [
        *sorted(found),
        "toolkit-footnotes",
        "toolkit-preview",
        passage_id(0),
        passage_id(11),
        "fn1",
        "fnref12",
    ]
    assert unique_ids((None, one.replace("-", " ").title()) for one in ours) == tuple(
        f"{one}-1" for one in ours
    )
    assert unique_ids([(None, "Toolkit serve"), (None, "fn"), (None, "fn 1"), (None, "toolkit passage")]) == (
        *("toolkit-serve", "fn", "fn-1", "toolkit-passage"),
    )


@given(st.lists(st.tuples(st.none(), st.text("aA -1!", max_size=4)), max_size=12))
def test_ids_are_unique_and_can_stand_in_html(headings: list[tuple[None, str]]) -> None:
    ids = unique_ids(headings)
    assert len(set(ids)) == len(ids) == len(headings)
    assert not any(not one or " " in one for one in ids)
