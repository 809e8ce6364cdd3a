"""Marks in raw HTML: a ``span`` around each text that is not up to date, where one can stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.markdown.embedded_marks import EmbeddedMark
from toolkit.markdown.html_attributes import attribute_value
from toolkit.markdown.html_tokens import VOID, HtmlKind, HtmlToken, html_tokens
from toolkit.markdown.raw_html import Edit

_NO_SPAN: Final = frozenset(
    (
        *("colgroup", "datalist", "dl", "menu", "ol", "optgroup", "option", "select"),
        *("table", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
"""Elements in which no ``span`` may stand; a browser would drop it or move it elsewhere."""

_TEXTS: Final = frozenset(
    (
        *("article", "aside", "blockquote", "center", "dd", "details", "div", "figcaption", "figure"),
        *("footer", "header", "li", "main", "p", "section", "td"),
    )
)
"""Elements whose text nothing repeats, lists or presses: a note may follow it."""

_ASIDE: Final = frozenset(("noscript", "template"))
"""Elements whose content is not in the page, so that no link leads to it."""

_UNENDED: Final = frozenset(("dd", "dt", "li", "option", "td", "th", "tr"))
"""Elements that end where another one of their kind begins."""

_ENDS_P: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table"),
        "ul",
    )
)
"""Elements whose beginning ends a paragraph: https://html.spec.whatwg.org/multipage/grouping-content.html"""


def html_marks(html: str, marks: Sequence[EmbeddedMark], foreign: str) -> list[Edit]:
    """Return what marks the texts of a block of raw HTML, in order, as insertions.

    A text has no mark within an element that holds none, and where its own tags do not nest.  What changed
    stands in a note behind a text, or in the ``title`` of its mark within a heading, a button or the like.
    A mark has its id unless no link could lead there.
    ``foreign`` are the attributes of the source language; the author's own, in the block, go before.
    """
    edits: list[Edit] = []
    tokens = tuple(html_tokens(html))
    position = 0
    opened: list[HtmlToken] = []
    for mark in marks:
        ((start, stop),) = mark.spans
        while position < len(tokens) and tokens[position].stop <= start:
            _take(opened, tokens[position])
            position += 1
        around = opened[-1].name if opened else ""
        if around in _NO_SPAN or not _nests(_within(tokens, position, stop)):
            continue
        said = any(attribute_value(html, tag, "lang") is not None for tag in opened)
        note = mark.stale is not None and around in _TEXTS
        attributes = mark.attributes("" if said else foreign, title=not note)
        identifier = "" if any(tag.name in _ASIDE for tag in opened) else f' id="{mark.id}"'
        edits.append(((start, start), f"<span{identifier}{attributes}>"))
        behind = f' <small class="stale-note">{mark.stale.note}</small>' if mark.stale and note else ""
        edits.append(((stop, stop), f"</span>{behind}"))
    return edits


def _within(tokens: Sequence[HtmlToken], position: int, stop: int) -> Iterator[HtmlToken]:
    while position < len(tokens) and tokens[position].start < stop:
        yield tokens[position]
        position += 1


def _take(opened: list[HtmlToken], token: HtmlToken) -> None:
    """Follow which elements are open behind a token."""
    if token.kind is HtmlKind.START and token.name in _ENDS_P and opened and opened[-1].name == "p":
        opened.pop()
    if token.kind is HtmlKind.START and token.name not in VOID:
        if opened and opened[-1].name == token.name and token.name in _UNENDED:
            opened.pop()
        opened.append(token)
    elif token.kind is HtmlKind.END and any(tag.name == token.name for tag in opened):
        while opened.pop().name != token.name:
            pass


def _nests(tokens: Iterator[HtmlToken]) -> bool:
    """Tell whether each tag of a text has its partner there."""
    opened: list[str] = []
    for token in tokens:
        if token.kind is HtmlKind.START and token.name not in VOID:
            opened.append(token.name)
        elif token.kind is HtmlKind.END and (not opened or opened.pop() != token.name):
            return False
    return not opened
