"""What a translation may not add to its source."""

from __future__ import annotations

import pytest

from toolkit.markdown.inline_safety import added_tag, footnote_problem, raw_html_problem
from toolkit.markdown.placement.normal_text import placed_forms


@pytest.mark.parametrize("translation", ["x", "x ^[y] ^[z]", "x \\^[y]", "x ^\\[y]", "`^[y]`"])
def test_notes_in_the_text_are_as_many_as_in_the_source(translation: str) -> None:
    problem = "the translation has not as many notes in the text, ^[like this], as its source"
    assert footnote_problem("a ^[b]", translation, ()) == problem
    assert footnote_problem("a ^[b]", "x ^[y [z] w]", ()) is None


def test_a_note_that_an_escaped_mark_completes_is_found() -> None:
    forms = placed_forms("^[a\n[ ] b")
    assert "^[a\\\n\\[ ] b" in forms
    assert any(footnote_problem("a b", form, ()) for form in forms)
    assert placed_forms("a\nb") == ("a\nb", "a b", "a\\\nb", "a  \nb")


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


def test_the_first_tag_that_is_more_than_the_source_has_is_found() -> None:
    text = "<b>x</b> <b>y</b>"
    places = [(0, 3), (4, 8), (9, 12), (13, 17)]
    assert added_tag(["<b>", "</b>"], text, places) == (9, 12)
    assert added_tag(["<b>", "</b>"] * 2, text, places) == (0, 0)
