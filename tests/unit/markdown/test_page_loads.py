from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.html_strategies import html_documents
from toolkit.markdown.page_loads import Load, PageLoads, page_loads

FOUND = {
    '<img src="a.png" srcset="b.png 2x, c.png 3x">': {
        (Load.IMAGE, "a.png"),
        (Load.IMAGE, "b.png"),
        (Load.IMAGE, "c.png"),
    },
    "<IMG SRC=' a&amp;b\n.png '>": {(Load.IMAGE, "a&b.png")},
    '<picture><source srcset="a.webp"><img src="a.png"></picture>': {
        (Load.IMAGE, "a.webp"),
        (Load.IMAGE, "a.png"),
    },
    '<video src="v" poster="p"><source src="s"><track src="t"></video>': {
        (Load.MEDIA, "v"),
        (Load.IMAGE, "p"),
        (Load.MEDIA, "s"),
        (Load.MEDIA, "t"),
    },
    '<iframe src="f"></iframe><object data="o"></object><embed src="e">': {
        (Load.FRAME, "f"),
        (Load.OBJECT, "o"),
        (Load.OBJECT, "e"),
    },
    '<form></form><form action="/x"><button formaction="/y">': {
        (Load.FORM, ""),
        (Load.FORM, "/x"),
        (Load.FORM, "/y"),
    },
    '<script src="s.js"></script><svg><script href="t.js"></script></svg>': {
        (Load.SCRIPT, "s.js"),
        (Load.SCRIPT, "t.js"),
    },
    '<link rel="preload STYLESHEET" href="x.css"><link rel="icon" href="i.ico"><link href="n">': {
        (Load.STYLE, "x.css"),
        (Load.IMAGE, "i.ico"),
    },
    "<style>@import 'a.css'; @import url(b.css); p { background: url( \"c.png\" ) }</style>": {
        (Load.STYLE, "a.css"),
        (Load.STYLE, "b.css"),
        (Load.IMAGE, "c.png"),
        (Load.FONT, "c.png"),
    },
    '<p style="background: url(a.png)">': {(Load.IMAGE, "a.png"), (Load.FONT, "a.png")},
    '<svg><image xlink:href="a.png"/></svg><base href="https://a.example/">': {
        (Load.IMAGE, "a.png"),
        (Load.BASE, "https://a.example/"),
    },
    '<iframe srcdoc="&lt;img src=a.png&gt;"></iframe>': {(Load.IMAGE, "a.png")},
    '<!-- <img src="a.png"> --><a href="b">c</a><img src="d': set(),
    "<textarea><img src='a.png'></textarea>": set(),
}


@pytest.mark.parametrize("html", FOUND)
def test_each_address_is_found_with_what_it_is_for(html: str) -> None:
    assert page_loads(html).addresses == FOUND[html]


def test_scripts_and_handlers_are_found_as_a_browser_reads_them() -> None:
    html = "<script>a &amp;\r\nb</script><p ONCLICK='c &amp; d' onclick='e'>x</p><style></style>"
    found = page_loads(html)
    assert found == PageLoads(frozenset(), frozenset({"a &amp;\nb"}), frozenset({"c & d"}), True)


def test_a_style_attribute_is_a_style() -> None:
    assert page_loads("<p style=''>").inline_style
    assert not page_loads("<p class='style'>style=''</p>").inline_style


def test_frames_within_frames_end_somewhere() -> None:
    html = "<iframe srcdoc='<img src=a>' "
    page_loads(html * 5000)
    nested = "<img src=a.png>"
    for _ in range(9):
        nested = f'<iframe srcdoc="{nested.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
    assert page_loads(nested).addresses == {(Load.IMAGE, "a.png")}


@given(st.one_of(st.text(), html_documents()))
def test_any_text_can_be_read(html: str) -> None:
    page_loads(html)
