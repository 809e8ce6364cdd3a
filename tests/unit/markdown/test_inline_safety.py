"""What a translation may not add to its source."""

from __future__ import annotations

import pytest

from toolkit.markdown.inline_safety import footnote_problem, link_problem, raw_html_problem


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("a [b](c) d", "d [x](c) a"),
        ("a [b](c) [d](e)", "[x](e)"),
        ("[a](<b c>)", "[x](b&#32;c)"),
        ("[a](b)", "[x](b 'title')"),
        ("![a](b.png)", "x ![y](b.png) y"),
        ("<https://example.org>", "x <https://example.org>"),
        ("[a][label]", "[x][label]"),
        ("a", "[x] (y) `[z](w)` \\[x](y"),
    ],
)
def test_links_of_the_source_may_stand_in_a_translation(source: str, translation: str) -> None:
    assert link_problem(source, translation) is None


@pytest.mark.parametrize(
    ("translation", "target"),
    [
        ("[x](https://evil.example)", "https://evil.example"),
        ("![x](https://evil.example/beacon.png)", "https://evil.example/beacon.png"),
        ("<https://evil.example>", "https://evil.example"),
        ("<a@evil.example>", "a@evil.example"),
        ("[x](javascript:alert(1))", "javascript:alert(1)"),
        ("[x](java&#115;cript:y)", "javascript:y"),
        ("[a [x](z) b](c)", "z"),
        ("[a](c) [b](c#d)", "c#d"),
    ],
)
def test_a_target_of_its_own_is_refused(translation: str, target: str) -> None:
    problem = f'the translation links to "{target}", to which its source does not link'
    assert link_problem("[a](c)", translation) == problem


@pytest.mark.parametrize("translation", ["x", "x ^[y] ^[z]", "x \\^[y]", "x ^\\[y]", "`^[y]`"])
def test_notes_in_the_text_are_as_many_as_in_the_source(translation: str) -> None:
    problem = "the translation has not as many notes in the text, ^[like this], as its source"
    assert footnote_problem("a ^[b]", translation, ()) == problem
    assert footnote_problem("a ^[b]", "x ^[y [z] w]", ()) is None


def test_footnotes_are_those_of_the_source() -> None:
    labels = {"1", "2"}
    assert footnote_problem("a[^1] b[^2]", "b[^2] a[^1]", labels) is None
    missing = "the footnote reference [^2] of the source is missing in the translation"
    assert footnote_problem("a[^1] b[^2]", "a[^1] b", labels) == missing
    extra = "the translation has the footnote reference [^1] more often than its source"
    assert footnote_problem("a[^1]", "a[^1] b[^1]", labels) == extra
    assert footnote_problem("a", "a [^3]", labels) is None


def test_tags_are_those_of_the_source_and_nest() -> None:
    assert raw_html_problem("<b>a</b> <br>", "<br> <b>x</b>") is None
    assert raw_html_problem("<b>a</b> <br>", "x") is None
    assert raw_html_problem('<img src="a" alt="b">', '<img src="a" alt="x">') is None
    added = "the translation has the HTML tag <i>, which its source does not have"
    assert raw_html_problem("<b>a</b>", "<i>x</i>") == added
    nesting = "the HTML tags of the translation do not nest as those of its source"
    assert raw_html_problem("<b>a</b>", "</b>x<b>") == nesting
    assert raw_html_problem("<b>a</b>", "<b>x") == nesting
