"""What a translation of a text in raw HTML may hold; beside it, the same for tags in Markdown."""

from __future__ import annotations

import pytest

from toolkit.markdown.html_text import html_problem
from toolkit.markdown.inline_safety import raw_html_problem
from toolkit.model.segment import Encoding, MessageKey, Segment


def _segment(text: str, encoding: Encoding = Encoding.HTML_TEXT) -> Segment:
    return Segment(MessageKey(None, text), "HTML text", "", "", ((0, 1),), "", encoding, 1)


@pytest.mark.parametrize(
    "translation",
    [
        "x",
        '<b>x</b> <a href="y">z</a><br>',
        '<A  HREF="y">x</A>',
        "<a\nhref='y'>x</a>",
        "<b>x</b>",
        "a < b <3 &lt;i&gt; > \" '",
        "[x](https://example.org) `y` ^[z] <br>",
    ],
)
def test_the_tags_of_the_source_may_stand_in_a_translation(translation: str) -> None:
    assert html_problem(_segment('<a href="y">a</a> <b>c</b><br>'), translation) is None


@pytest.mark.parametrize(
    ("translation", "tag"),
    [
        ("<i>x</i>", "<i>"),
        ("<b>x</b><b>y</b>", "<b>"),
        ('<a href="z">x</a>', '<a href="z">'),
        ('<a href="y" onclick="z">x</a>', '<a href="y" onclick="z">'),
        ("`<script>x</script>`", "<script>"),
        ("\\<script>", "<script>"),
        ("<svg/onload=x>", '<svg onload="x">'),
        ("<br/>", "<br />"),
        ("</p>", "</p>"),
        ("x <b", "<b"),
    ],
)
def test_a_tag_of_its_own_is_refused(translation: str, tag: str) -> None:
    problem = f"the translation has the HTML tag {tag}, which its source does not have"
    assert html_problem(_segment('<a href="y">a</a> <b>c</b><br>'), translation) == problem


@pytest.mark.parametrize(
    "translation", ["<!-- x -->", "<!--", "<b c='", "</", "</ x>", "<!x>", "<?x?>", "<![CDATA[x]]>"]
)
def test_what_is_neither_text_nor_a_whole_tag_is_refused(translation: str) -> None:
    problem = "the translation has HTML that is neither text nor a whole tag"
    assert html_problem(_segment("<b>a</b>"), translation) == problem


def test_half_a_pair_is_refused() -> None:
    problem = "the HTML tags of the translation do not nest as those of its source"
    assert html_problem(_segment("<b>a</b>"), "<b>x") == problem
    assert html_problem(_segment("<b>a</b>"), "</b>x<b>") == problem


def test_values_may_hold_anything() -> None:
    assert html_problem(_segment("a", Encoding.HTML_ATTRIBUTE), "<script>\"'") is None


def test_a_value_cannot_hide_an_attribute() -> None:
    source = '<a data-x=" title=y" href="a.md">a</a>'
    hidden = '<a data-x=" title=\'" onclick=x() y=\'" href="a.md">a</a>'
    assert html_problem(_segment(source), hidden) is not None
    assert raw_html_problem(source, hidden) is not None
    assert raw_html_problem(source, source.replace(">a<", ">x<")) is None


def test_people_read_the_same_attributes_in_markdown() -> None:
    source = '<img src="a" alt="b" title=\'c\' aria-label=d> <abbr title="e">f</abbr>'
    translation = '<abbr title=\'"x"\'>y</abbr> <img src="a" alt=x title="y" aria-label="z">'
    assert raw_html_problem(source, translation) is None
    assert raw_html_problem(source, translation.replace('src="a"', 'src="b"')) is not None
