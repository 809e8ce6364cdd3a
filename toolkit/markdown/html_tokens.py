"""Raw HTML cut into tags, text and the rest, each with its place, as a browser cuts it.

Follows the tokenization states of the HTML standard (living standard, 13.2.5) that matter to text in a
page.  What a browser drops or hides (comments, tags that never end, the content of scripts and of other
elements without markup) is one piece that nobody translates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class HtmlKind(IntEnum):
    """What a piece of HTML is."""

    TEXT = 1
    START = 2
    END = 3
    OTHER = 4
    """Comment, declaration, instruction, content without markup, or a tag that never ends."""


@dataclass(frozen=True, slots=True)
class HtmlAttribute:
    """An attribute of a tag."""

    name: str
    """In lower case."""
    start: int
    stop: int
    """Range of the value as written, without quotes; empty where there is none."""
    quote: str
    """``"`` or ``'``, or nothing."""


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A piece of some HTML, as a range of offsets; the pieces together are the HTML."""

    kind: HtmlKind
    start: int
    stop: int
    name: str = ""
    """Of a tag, in lower case."""
    attributes: tuple[HtmlAttribute, ...] = ()
    closed: bool = False
    """Whether a start tag ends in ``/>``."""


VOID: Final = frozenset(  # 13.1.2
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
"""Elements without an end tag."""

_WS: Final = r"\t\n\f\r "
_NAME = re.compile(rf"<(/?)([A-Za-z][^{_WS}/>]*)")
_MARKUP = re.compile(r"<(?=[A-Za-z!?]|/.)", re.DOTALL)
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(rf"([^{_WS}/>][^{_WS}/>=]*)([{_WS}]*=[{_WS}]*)?")
_BETWEEN = re.compile(rf"[{_WS}/]*")
_BARE_VALUE = re.compile(rf"[^{_WS}>]*")
# 13.2.6.4: their content is no markup.  The doubly escaped states of scripts are left out: a script that
# writes "<script>" in a comment ends early here, as it does for most tools.
_WITHOUT_MARKUP = frozenset(
    ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext")
)


def html_tokens(html: str) -> Iterator[HtmlToken]:
    """Yield the pieces of some HTML, in order and without gaps, whatever it is; in linear time."""
    position = copied = 0
    absent: set[str] = set()
    while match := _MARKUP.search(html, position):
        start = match.start()
        token = _tag(html, start) if _NAME.match(html, start) else None
        if token is None:
            stop = _end_of_other(html, start, absent)
            token = HtmlToken(HtmlKind.OTHER, start, stop)
        if copied < start:
            yield HtmlToken(HtmlKind.TEXT, copied, start)
        yield token
        position = copied = token.stop
        if token.kind is HtmlKind.START and token.name in _WITHOUT_MARKUP:
            stop = _end_of_content(html, token)
            if stop > copied:
                yield HtmlToken(HtmlKind.OTHER, copied, stop)
            position = copied = stop
    if copied < len(html):
        yield HtmlToken(HtmlKind.TEXT, copied, len(html))


def _tag(html: str, start: int) -> HtmlToken | None:
    """Return the tag that begins at an offset; the rest of the HTML where it never ends (13.2.5.8 to 40)."""
    name = _NAME.match(html, start)
    if name is None:
        return None
    attributes = []
    position = name.end()
    while True:
        between = _BETWEEN.match(html, position)
        position = between.end() if between else position
        found = _ATTRIBUTE.match(html, position)
        if not found:
            break
        position = found.end()
        quote = html[position : position + 1] if found[2] else ""
        if quote in ('"', "'") and quote:
            stop = html.find(quote, position + 1)
            if stop < 0:
                return HtmlToken(HtmlKind.OTHER, start, len(html))
            attributes.append(HtmlAttribute(found[1].lower(), position + 1, stop, quote))
            position = stop + 1
        else:
            bare = _BARE_VALUE.match(html, position) if found[2] else None
            stop = bare.end() if bare else position
            attributes.append(HtmlAttribute(found[1].lower(), position, stop, ""))
            position = stop
    if not html.startswith(">", position):
        return HtmlToken(HtmlKind.OTHER, start, len(html))
    kind = HtmlKind.END if name[1] else HtmlKind.START
    closed = html[position - 1] == "/" and (not attributes or attributes[-1].stop < position)
    return HtmlToken(kind, start, position + 1, name[2].lower(), tuple(attributes), closed)


def _end_of_other(html: str, start: int, absent: set[str]) -> int:
    """Return where a comment, a declaration or an instruction ends.

    CDATA and instructions end where XML says, and not at the first ``>`` as in a browser: what stands in
    them is no text of the author's.  ``absent`` remembers what is not to be found, which keeps this linear.
    """
    if html.startswith("<!--", start):
        for abrupt in ("<!-->", "<!--->"):
            if html.startswith(abrupt, start):
                return start + len(abrupt)
        end = _COMMENT_END.search(html, start + 4)
        return end.end() if end else len(html)
    for opening, closing in (("<![CDATA[", "]]>"), ("<?", "?>")):
        if html.startswith(opening, start) and closing not in absent:
            stop = html.find(closing, start)
            if stop >= 0:
                return stop + len(closing)
            absent.add(closing)
    stop = html.find(">", start)
    return stop + 1 if stop >= 0 else len(html)


def _end_of_content(html: str, tag: HtmlToken) -> int:
    closing = re.compile(rf"</{re.escape(tag.name)}(?=[{_WS}/>])", re.IGNORECASE).search(html, tag.stop)
    return closing.start() if closing and tag.name != "plaintext" else len(html)
