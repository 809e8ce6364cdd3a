"""Raw HTML is cut as the HTML standard says (13.2.5)."""

from __future__ import annotations

import pytest

from toolkit.markdown.html_attributes import (
    attribute_text,
    quoted_value,
    readable_attributes,
    unquoted_value,
    untranslated,
)
from toolkit.markdown.html_tokens import HtmlKind, html_tokens

_SIGNS = {HtmlKind.TEXT: "text", HtmlKind.START: "start", HtmlKind.END: "end", HtmlKind.OTHER: "other"}


def _pieces(html: str) -> list[str]:
    return [f"{_SIGNS[t.kind]} {html[t.start : t.stop]}" for t in html_tokens(html)]


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("a", ["text a"]),
        ("", []),
        ("<b>a</b>", ["start <b>", "text a", "end </b>"]),
        ("<b/>a</b x='>'>", ["start <b/>", "text a", "end </b x='>'>"]),
        ("<a\nb\t=\n'>' c>d", ["start <a\nb\t=\n'>' c>", "text d"]),
        ('<a/b="c>"/d>e', ['start <a/b="c>"/d>', "text e"]),
        ("<a =b=c>d", ["start <a =b=c>", "text d"]),
        ('<a b"c="d>e', ['other <a b"c="d>e']),
        ("<a b=c'd\">e", ["start <a b=c'd\">", "text e"]),
        ("a < b <3 <> c", ["text a < b <3 <> c"]),
        ("</>a", ["other </>", "text a"]),
        ("</ a>b", ["other </ a>", "text b"]),
        ("a</", ["text a</"]),
        ("a<", ["text a<"]),
        ("<!-->a", ["other <!-->", "text a"]),
        ("<!--->a", ["other <!--->", "text a"]),
        ("<!-- > -- -> --!>a", ["other <!-- > -- -> --!>", "text a"]),
        ("<!-- <!-- --> a -->", ["other <!-- <!-- -->", "text  a -->"]),
        ("<!-- a", ["other <!-- a"]),
        ("<!doctype html>a", ["other <!doctype html>", "text a"]),
        ("<![CDATA[ a > b ]]>c", ["other <![CDATA[ a > b ]]>", "text c"]),
        ("<![CDATA[ a > b", ["other <![CDATA[ a >", "text  b"]),
        ("<?a > b ?>c", ["other <?a > b ?>", "text c"]),
        ("<?a > b", ["other <?a >", "text  b"]),
        ("<script>a</b></SCRIPT >c", ["start <script>", "other a</b>", "end </SCRIPT >", "text c"]),
        ("<style>a</styles></style/>b", ["start <style>", "other a</styles>", "end </style/>", "text b"]),
        ("<textarea><b></textarea>", ["start <textarea>", "other <b>", "end </textarea>"]),
        ("<title>a", ["start <title>", "other a"]),
        ("<plaintext>a</plaintext>", ["start <plaintext>", "other a</plaintext>"]),
        ("<b c='d>e", ["other <b c='d>e"]),
        ("<b c", ["other <b c"]),
        ("<b-c.d:é>", ["start <b-c.d:é>"]),
    ],
)
def test_html_is_cut_as_browsers_cut_it(html: str, pieces: list[str]) -> None:
    assert _pieces(html) == pieces


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        (
            "<a B='c' d=\"e\" f=g h i = j k=>",
            [("b", "c"), ("d", "e"), ("f", "g"), ("h", ""), ("i", "j"), ("k", "")],
        ),
        ("<a b=c/>", [("b", "c/")]),
        ("<a b=c />", [("b", "c")]),
        ("<a b='c'd>", [("b", "c"), ("d", "")]),
        ("<a =b=c ===>", [("=b", "c"), ("=", "=")]),
        ("<a b=c=d&e>", [("b", "c=d&e")]),
    ],
)
def test_attributes_are_found_with_their_values(tag: str, attributes: list[tuple[str, str]]) -> None:
    (token,) = html_tokens(tag)
    assert [(a.name, tag[a.start : a.stop]) for a in token.attributes] == attributes


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("<img alt=a title=b src=c ALT=d>", ["alt", "title"]),
        ("<input placeholder=a value=b>", ["placeholder"]),
        ("<input value=b type=' Submit '>", ["value"]),
        ("<option label=a value=b>", ["label"]),
        ("<div label=a aria-label=b aria-labelledby=c>", ["aria-label"]),
        ("<table summary=a><td summary=b>", ["summary"]),
    ],
)
def test_the_attributes_that_people_read(tag: str, names: list[str]) -> None:
    assert [a.name for a in readable_attributes(tag, next(html_tokens(tag)))] == names


def test_what_the_author_asks_to_leave_alone() -> None:
    for tag, alone in (
        ("<p translate=no>", True),
        ("<p translate=' NO '>", True),
        ("<p translate=yes>", False),
        ("<p translate>", False),
        ("<p class='a\nnotranslate b'>", True),
        ("<p class='notranslated'>", False),
        ("<p data-translate=no>", False),
    ):
        assert untranslated(tag, next(html_tokens(tag))) is alone, tag


def test_values_are_read_as_text() -> None:
    written = " a &amp; b&nbsp;c &lt;d&gt;\n  &#101;&#x66; &quot; &copy=1 &copy2 &copy &nothing; "
    assert attribute_text(written) == 'a & b\u00a0c <d> ef " &copy=1 &copy2 © &nothing;'


def test_text_becomes_a_value() -> None:
    assert quoted_value("a \"b\" 'c' & <d>\n", '"') == "a &quot;b&quot; 'c' &amp; &lt;d&gt;&#10;"
    assert quoted_value("a \"b\" 'c' &", "'") == 'a "b" &#39;c&#39; &amp;'
    assert unquoted_value("a&b") == "a&amp;b"
    assert unquoted_value("a b'") == '"a b\'"'
    assert unquoted_value("a=b") == '"a=b"'
