from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.markdown.raw_destinations import RawDestination, raw_destinations
from toolkit.markdown.raw_html import destinations_in_raw_html
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<img src="logo.png">', [("src", "logo.png")]),
        ("<IMG\n SRC = 'a b.png' />", [("src", "a b.png")]),
        ("<img alt=x src=a/b.png>", [("src", "a/b.png")]),
        ("<img/src=a.png/>", [("src", "a.png/")]),
        ('<a href=" x\n.csv\t">', [("href", "x.csv")]),
        ('<object data="o.svg" type=x><p data="no">', [("data", "o.svg")]),
        (
            '<video poster="p.jpg" src="v.mp4"><source src="w.webm">',
            ["poster p.jpg", "src v.mp4", "src w.webm"],
        ),
        ('<svg><use xlink:href="s.svg#a"/><image href="i.png"/></svg>', ["xlink:href s.svg#a", "href i.png"]),
        ('<img srcset="a.png 1x, b.png 2x">', ["srcset a.png", "srcset b.png"]),
        (
            '<img srcset="a.png,b.png 2x , c.png, d.png 1(,)x,e.png">',
            [f"srcset {url}" for url in ("a.png,b.png", "c.png", "d.png", "e.png")],
        ),
        ('<img srcset="data:x,y 1x,,\n b.png">', ["srcset data:x,y", "srcset b.png"]),
        ('<img srcset=", , ,">', []),
        ('<a href="a&amp;b&#x20;c&copy;&copy=1&copies&nosuch;">', [("href", "a&b c©&copy=1&copies&nosuch;")]),
        ('<img src="first.png" src="second.png">', [("src", "first.png")]),
        ('<img src><img src=""><img src= ><base href="x/"><p title="src=a">', []),
        ('<!-- <img src="a"> --><!--><img src="b"><!- <img src="c">', [("src", "b")]),
        ('<?php <img src="a"> ?></p src="b"><img src="c">', [("src", "c")]),
        ('<script src="s.js">"<img src=a>"</scripts></SCRIPT ><img src="b">', ["src s.js", "src b"]),
        ('<style><img src="a">', []),
        ('<img alt="a > b" src="c">', [("src", "c")]),
        ('<img src="a"', []),
        ("1 < 2 <3 src=a> <é src=b>", []),
    ],
)
def test_addresses_are_read_as_a_browser_reads_them(html: str, found: list[tuple[str, str] | str]) -> None:
    wanted = []
    for one in found:
        attribute, _, href = one.rpartition(" ") if isinstance(one, str) else (one[0], "", one[1])
        wanted.append((attribute or "srcset", href))
    assert [(one.attribute, one.href) for one in raw_destinations(html)] == wanted


def test_each_address_knows_its_tag() -> None:
    html = 'a <b><img\nsrcset="x 1x, y 2x"> c'
    assert raw_destinations(html) == (
        RawDestination("srcset", "x", (5, 30)),
        RawDestination("srcset", "y", (5, 30)),
    )


HREFS = st.text(st.sampled_from("ab/.,&;#<>\"'= %é"), min_size=1).filter(lambda text: text.strip() == text)


@given(st.lists(st.tuples(st.sampled_from(("src", "href", "poster")), HREFS), max_size=5))
def test_what_is_escaped_is_read_back(written: list[tuple[str, str]]) -> None:
    html = "".join(f'<x a=1 {name}="{escape(href)}">' for name, href in written)
    assert [(one.attribute, one.href) for one in raw_destinations(html)] == written


PIECES = (
    "<",
    ">",
    "<!--",
    "-->",
    "<a ",
    "src",
    "=",
    '"',
    "'",
    " ",
    "/",
    "<script>",
    "</script",
    "srcset=",
    ",",
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from((*PIECES, "x", "&amp", "(")), max_size=40).map("".join))
@example("<![foo[ <a src=x>")
def test_any_text_can_be_read(html: str) -> None:
    for one in raw_destinations(html):
        assert one.href
        assert html[one.tag[0]] == "<"
        assert html[one.tag[1] - 1] == ">"


def test_hostile_html_is_read_in_linear_time() -> None:
    many = 200_000
    for piece in (
        "<",
        "<!--",
        "<a ",
        "<a src='",
        '<a src="',
        "<script>",
        "<a b=",
        "<a" + " " * 50,
        "&",
        "<a/",
    ):
        raw_destinations(piece * (many // len(piece)))
    raw_destinations(f'<img srcset="{", " * many}">')
    raw_destinations(f'<img srcset="{"a (" * many}">')


def places(text: str) -> list[tuple[str, str, str]]:
    """Return attribute, address and the text from the place on, up to 12 characters of its line."""
    found = destinations_in_raw_html(parse_document(Document("a", "source/a.md", text)))
    lines = []
    for one in found:
        assert one.span is not None
        stop = min(one.span[1], one.span[0] + 12)
        lines.append((one.attribute, one.href, text[one.span[0] : stop]))
    return lines


TEXT = """\
---
title: <img src="front.png">
---
<p>
<img alt="x"
  src="block.png"></p>

> - <div>
>   a <img src="quoted.png">
>   </div>
> - x `<img src="code.png">` <img src="item.png"> \\<img src="escaped.png">
>   <a
>   href="lines.csv">q</a>

| a |
|---|
| <a href="x\\|y.csv">q</a> |

```html
<img src="fence.png">
```

[^1]: <img src="note.png">

<!-- <img src="comment.png"> -->

# <img src="h.png"> H {#h}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_raw_html_of_a_document_is_found_where_it_stands(newline: str) -> None:
    assert places(TEXT.replace("\n", newline)) == [
        ("src", "block.png", '<img alt="x"'),
        ("src", "quoted.png", '<img src="qu'),
        ("src", "item.png", '<img src="it'),
        ("href", "lines.csv", "<a"),
        ("href", "x|y.csv", '<a href="x\\|'),
        ("src", "note.png", '<img src="no'),
        ("src", "h.png", '<img src="h.'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "-\t<div>\n\n\t<b>\0<img src='a.png'></b>\n",
        "> -\t<div>\n>\t<img src='a.png'>\n",
        ">\t<div>\n>\t\t<img src='a.png'>",
        "\u00a0\n<img src='a.png'>\n",
        "term\n: x <img src='a.png'>\n",
    ],
)
def test_a_tag_is_found_after_tabs_and_odd_white_space(text: str) -> None:
    assert places(text) == [("src", "a.png", "<img src='a.")]


def test_a_document_without_addresses_has_no_destinations() -> None:
    assert places("a <b>c</b> src=x\n\n<p>href</p>\n") == []
