"""Marks around the texts of raw HTML that are not up to date."""

from __future__ import annotations

import pytest

from toolkit.markdown.embedded_marks import EmbeddedMark
from toolkit.markdown.html_marks import html_marks
from toolkit.markdown.html_segments import html_pieces
from toolkit.markdown.splice import splice
from toolkit.markdown.stale_marks import StaleMark

CHANGED = StaleMark("[-a-]{+b+}", "<i>note</i>")


def marked(html: str, stale: StaleMark | None = None) -> str:
    """Mark each text of a block; ``<x0>`` and so on stand for the marks of those that wait."""
    texts = [piece for piece in html_pieces(html) if not piece.attribute]
    marks = [EmbeddedMark(((p.start, p.stop),), f"x{n}", stale) for n, p in enumerate(texts)]
    found = splice(html, html_marks(html, marks, " L"))
    for number in range(len(texts)):
        found = found.replace(f'<span id="x{number}" L class="untranslated">', f"<x{number}>")
        found = found.replace(f'<span id="x{number}" class="untranslated">', f"<x{number} without language>")
    return found


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p>", "<p><x0>One</span></p>"),
        ("<p> One <b>two</b>\nthree <br></p>", "<p> <x0>One <b>two</b>\nthree</span> <br></p>"),
        ("<p><b>One</b></p>", "<p><b><x0>One</span></b></p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li><x0>a</span><li><x1>b</span></ul>"),
        ("<tr><td>a</td> b</tr>", "<tr><td><x0>a</span></td> b</tr>"),
        ("a<hr>b", "<x0>a</span><hr><x1>b</span>"),
        ("</div>a<div>b", "</div><x0>a</span><div><x1>b</span>"),
        ('<p lang="fr">a<div>b</div>', '<p lang="fr"><x0 without language>a</span><div><x1>b</span></div>'),
        ("<p>a<hr>b", "<p><x0>a</span><hr><x1>b</span>"),
        ("<select><option>a<option>b</select>", "<select><option>a<option>b</select>"),
        ("<p>a <b>b<p>c</b> d</p>", "<p>a <b>b<p>c</b> d</p>"),
        (
            '<p lang="fr">a <i>b</i></p><p>c</p>',
            '<p lang="fr"><x0 without language>a <i>b</i></span></p><p><x1>c</span></p>',
        ),
        ("<p lang=fr>a<p>b", "<p lang=fr><x0 without language>a</span><p><x1>b</span>"),
        (
            "<template><p>a</p></template><noscript>b</noscript>c",
            '<template><p><span L class="untranslated">a</span></p></template>'
            '<noscript><span L class="untranslated">b</span></noscript><x2>c</span>',
        ),
        ('<img alt="a"><input title="b">', '<img alt="a"><input title="b">'),
    ],
)
def test_a_text_that_waits_is_marked_where_it_stands(html: str, expected: str) -> None:
    assert marked(html) == expected


@pytest.mark.parametrize("name", ["p", "li", "td", "div", "dd", "figcaption"])
def test_what_changed_stands_behind_a_text_in_an_element_for_texts(name: str) -> None:
    assert marked(f"<{name}>a</{name}>", CHANGED) == (
        f'<{name}><span id="x0" class="stale">a</span> <small class="stale-note"><i>note</i></small></{name}>'
    )


@pytest.mark.parametrize("name", ["h2", "summary", "button", "a", "b", "th", "label"])
def test_it_stands_in_the_title_elsewhere(name: str) -> None:
    assert marked(f"<{name}>a</{name}>", CHANGED) == (
        f'<{name}><span id="x0" class="stale" title="[-a-]{{+b+}}">a</span></{name}>'
    )
