from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.markdown.destinations import Destination
from toolkit.markdown.edition import make_edition
from toolkit.markdown.raw_destinations import RawDestination, attribute_text, raw_destinations, raw_ids
from toolkit.markdown.raw_html import ids_in_raw_html
from toolkit.markdown.render_settings import RenderSettings, Target
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import parse_document
from toolkit.markdown.splice import splice
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


def test_each_address_knows_its_tag_and_its_own_place() -> None:
    html = 'a <b><img\nsrcset="x 1x, y 2x"> c<a hreflang=de href=z>'
    assert raw_destinations(html) == (
        RawDestination("srcset", "x", (5, 30), "img", (18, 19), 29, False, False),
        RawDestination("srcset", "y", (5, 30), "img", (24, 25), 29, False, False),
        RawDestination("href", "z", (32, 54), "a", (52, 53), 53, True, True),
    )


@pytest.mark.parametrize(
    ("html", "places"),
    [
        ('<img src=" a&amp;b.png ">', ["a&amp;b.png"]),
        ('<img srcset="&#32;a&comma;b.png&#32;1x, c&amp;.png 2x">', ["a&comma;b.png", "c&amp;.png"]),
        ("<a href=x&amp;y>", ["x&amp;y"]),
        ("<a href = 'x y'>", ["x y"]),
        ('<img src="a" srcset="">', ["a"]),
    ],
)
def test_an_address_is_found_as_it_is_written(html: str, places: list[str]) -> None:
    assert [html[slice(*one.value)] for one in raw_destinations(html)] == places


@given(st.text(st.sampled_from("ab/.,&;#<>\"'= %é|`\n"), min_size=1), st.sampled_from(('"', "'", "")))
def test_an_address_that_is_written_is_read_back(url: str, quote: str) -> None:
    url = "x" + "".join(url.split())
    html = f"<a href={quote}{attribute_text(url, bare=not quote)}{quote} b>"
    assert [one.href for one in raw_destinations(html)] == [url]
    assert "|" not in html


def test_ids_are_those_a_browser_finds() -> None:
    html = (
        '<p id=a><a name="b" id=\'c\'>x</a><input name="no"><!-- <i id="no"> --><i ID="d&amp;e" id="no"></i>'
        '<script>"<i id=no>"</script><i data-id="no" id></i><i id="">'
    )
    assert raw_ids(html) == {"a", "b", "c", "d&e"}


def test_the_ids_of_a_document_stand_in_its_raw_html_only() -> None:
    text = '<p id="a">\n\nx <i id="b">y</i> `<i id="no">` \\<i id="no">\n\n```\n<p id="no">\n```\n'
    assert ids_in_raw_html(parse_document(Document("a", "a.md", text)).tokens) == {"a", "b"}


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
    lines = []
    for one in found_in(text):
        assert one.tag is not None
        stop = min(one.tag[1], one.tag[0] + 12)
        lines.append((one.attribute, one.href, text[one.tag[0] : stop]))
    return lines


def found_in(text: str) -> list[Destination]:
    """Return the addresses in the raw HTML of a document, as a rendering asks for them."""
    found: list[Destination] = []

    def target(destination: Destination) -> Target:
        found.append(destination)
        return Target(destination.href)

    render_html(
        make_edition(parse_document(Document("a", "source/a.md", text)), {}), RenderSettings(target=target)
    )
    return [one for one in found if one.attribute]


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


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_address_can_be_rewritten_where_it_stands(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    edits = []
    for one in found_in(text):
        assert one.span is not None
        edits.append((one.span, "new"))
    wanted = text
    for name in ("block.png", "quoted.png", "item.png", "lines.csv", "x\\|y.csv", "note.png", "h.png"):
        wanted = wanted.replace(name, "new")
    assert splice(text, sorted(edits)) == wanted


def test_what_only_looks_like_a_tag_is_never_rewritten() -> None:
    text = "[x](<a href='b.md'>) `<a href='b.md'>` <a href='b.md'>\n"
    (only,) = found_in(text)
    assert only.span is not None
    assert only.span[0] == text.rindex("b.md")


def test_an_address_over_two_lines_is_read_and_left() -> None:
    (only,) = found_in("<p><a href='b\n.md'>x</a></p>\n")
    assert (only.href, only.span) == ("b.md", None)


def test_many_addresses_are_found_in_linear_time() -> None:
    many = 4_000
    for text in (
        "<a href='b.md'>x</a> [y](c.md) " * many,
        "<a href='b.md'>x</a>\n" * many,
        "<p>\n" + "<a href='b.md'>x</a>\n" * many,
        "| a |\n|---|\n" + "| <a href='b.md'>x</a> |\n" * (many // 10),
    ):
        found = found_in(text)
        assert len(found) == text.count("<a ")
        assert all(one.span and text[slice(*one.span)] == "b.md" for one in found)
