"""Marks around the comments and strings of code that are not up to date."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.markdown.code_marks import marked_code
from toolkit.markdown.embedded_marks import EmbeddedMark
from toolkit.markdown.stale_marks import StaleMark

MARK = EmbeddedMark(((2, 5), (8, 10)), "x")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<code># one\n# two</code>", "<code># <span id=1>one</span>\n# <span>tw</span>o</code>"),
        (
            "<i># o</i>ne\n#<b> two</b>",
            "<i># <span id=1>o</span></i><span>ne</span>\n#<b> <span>tw</span>o</b>",
        ),
        ("&lt; &amp;&quot;&#39;\n# two", "&lt; <span id=1>&amp;&quot;&#39;</span>\n# <span>tw</span>o"),
    ],
)
def test_each_line_of_a_text_is_marked_and_the_first_has_the_id(html: str, expected: str) -> None:
    short = marked_code(html, [MARK], " L").replace(' id="x"', " id=1").replace(' L class="untranslated"', "")
    assert short == expected


def test_what_changed_stands_in_the_title() -> None:
    mark = EmbeddedMark(((0, 1),), "x", StaleMark("a < b", "note"))
    assert marked_code("a b", [mark], " L") == '<span id="x" class="stale" title="a &lt; b">a</span> b'


@given(st.text('ab<&"\n', min_size=1), st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_the_code_stays_and_the_marks_hold_their_ranges(code: str, cuts: set[int], tags: set[int]) -> None:
    places = sorted(cut for cut in cuts if cut <= len(code))
    spans = list(zip(places[::2], places[1::2], strict=False))
    marks = [EmbeddedMark((span,), f"x{number}") for number, span in enumerate(spans)]
    html = "".join("<i></i>" * (n in tags) + escape(one) for n, one in enumerate(code))
    made = marked_code(html, marks, "")
    assert unescape(re.sub(r"<[^>]*>", "", made)) == code
    assert re.findall(r' id="(\w+)"', made) == [mark.id for mark in marks]
    marked = "".join(re.findall(r"<span[^>]*>([^<]*)</span>", made))
    assert unescape(marked) == "".join(code[start:stop] for start, stop in spans)
