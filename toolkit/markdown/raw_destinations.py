"""The addresses that raw HTML loads or links to, and its ids, read as a browser reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from typing import Final, NamedTuple

from toolkit.model.segment import Span

_ADDRESSES: Final = frozenset({"src", "href", "xlink:href", "poster"})
_TEXT_ONLY: Final = frozenset(
    {"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"}
)
"""Elements whose content is no markup (HTML, 13.2.6.4; ``noscript`` is markup where scripts are off)."""

_WS: Final = r"\t\n\f\r "
_MARKUP = re.compile(rf"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?/][^>]*|<(?P<name>[A-Za-z][^{_WS}/>]*)", re.DOTALL)
_ATTRIBUTE = re.compile(
    rf"[{_WS}/]*(?P<name>[^{_WS}/>][^{_WS}/>=]*)"
    rf"(?:[{_WS}]*=[{_WS}]*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^{_WS}>\"'][^{_WS}>]*))?)?"
)
_TAG_END = re.compile(rf"[{_WS}/]*>")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9A-Fa-f]+);?|[A-Za-z][A-Za-z0-9]*(?:;|(?![A-Za-z0-9=])))")
_CANDIDATE = re.compile(rf"[{_WS},]*(?P<url>[^{_WS},][^{_WS}]*)")
_NAMED: Final = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"}
_DESCRIPTORS = re.compile(r"(?:\([^)]*(?:\)|\Z)|[^,(])*")


@dataclass(frozen=True, slots=True)
class RawDestination:
    """One address in raw HTML."""

    attribute: str
    """Name of the attribute that holds it, in lower case."""
    href: str
    """Without character references and the white space that browsers drop; not empty."""
    tag: Span
    """Where the tag stands in the HTML."""
    element: str
    """Name of the element, in lower case."""
    value: Span
    """Where the address stands in the HTML as it is written."""
    attribute_end: int
    """Where the attribute ends, its closing quote included."""
    bare: bool
    """Whether it is written without quotes."""
    language: bool
    """Whether the tag says with ``hreflang`` in which language the target is."""


class _Value(NamedTuple):
    """The value of an attribute as it is written, and where."""

    text: str
    start: int
    end: int
    """Where the attribute ends, its closing quote included."""
    bare: bool


class _Tag(NamedTuple):
    name: str
    values: dict[str, _Value]
    place: Span


def raw_destinations(html: str) -> tuple[RawDestination, ...]:
    """Return the addresses in the tags of some HTML, in order; each candidate of a ``srcset`` is one.

    These are the values of ``src``, ``href``, ``xlink:href``, ``poster`` and ``srcset``, and of ``data``
    in ``object``.  Comments, scripts and style sheets hold none, nor does a tag that is never closed, nor
    ``base``, whose address is only a beginning of others.  Any text can be read (HTML, 13.2.5); the time
    is linear.
    """
    return tuple(found for tag in _tags(html) for found in _destinations(tag))


def raw_ids(html: str) -> frozenset[str]:
    """Return what a fragment can name in some HTML: the ids of its elements, and the names of its anchors.

    Both are read without character references (HTML, 7.4.6.4).
    """
    found = set()
    for tag in _tags(html):
        for key in ("id", "name") if tag.name == "a" else ("id",):
            if key in tag.values:
                found.add(_decoded(tag.values[key].text)[0])
    return frozenset(found - {""})


def attribute_text(url: str, *, bare: bool = False) -> str:
    """Return an address as the value of an attribute, also within a table's cell.

    ``bare`` is for a value without quotes around it.
    """
    return re.sub(r"[&\"'<>|`=\s]" if bare else r"[&\"'<>|]", _reference, url)


def _reference(character: re.Match[str]) -> str:
    return _NAMED.get(character[0]) or f"&#{ord(character[0])};"


def _tags(html: str) -> Iterator[_Tag]:
    position = 0
    while markup := _MARKUP.search(html, position):
        position = markup.end()
        if markup["name"] is None:
            continue
        name = markup["name"].lower()
        values: dict[str, _Value] = {}
        while attribute := _ATTRIBUTE.match(html, position):
            position = attribute.end()
            style = attribute.lastgroup if attribute.lastgroup != "name" else "bare"
            start = attribute.start(style or "bare")
            value = _Value(attribute[style or "bare"] or "", start, position, style == "bare")
            values.setdefault(attribute["name"].lower(), value)  # the first one holds
        end = _TAG_END.match(html, position)
        if not end:
            break
        position = end.end()
        yield _Tag(name, values, (markup.start(), position))
        if name in _TEXT_ONLY:
            closing = re.compile(rf"</{name}(?=[{_WS}/>])", re.IGNORECASE).search(html, position)
            position = closing.start() if closing else len(html)


def _destinations(tag: _Tag) -> Iterator[RawDestination]:
    for key, value in tag.values.items():
        address = tag.name != "base" and (key in _ADDRESSES or (tag.name == "object" and key == "data"))
        if not address and key != "srcset":
            continue
        decoded, offsets = _decoded(value.text)
        for start, stop in _candidates(decoded) if key == "srcset" else (_stripped(decoded),):
            href = decoded[start:stop]
            if key != "srcset":
                href = re.sub(r"[\t\n\r]", "", href)
            if href:
                place = (start, stop) if offsets is None else (offsets[start], offsets[stop])
                written = (value.start + place[0], value.start + place[1])
                language = "hreflang" in tag.values
                yield RawDestination(key, href, tag.place, tag.name, written, value.end, value.bare, language)


def _decoded(written: str) -> tuple[str, list[int] | None]:
    """Return a value without character references, and where each of its characters was written, if any was.

    The offsets have one more item: the end.
    """
    if "&" not in written:
        return written, None
    parts: list[str] = []
    offsets: list[int] = []
    copied = 0
    for reference in _REFERENCE.finditer(written):
        start, stop = reference.span()
        character = _character(reference)
        parts += (written[copied:start], character)
        offsets += (*range(copied, start), *[start] * len(character))
        copied = stop
    offsets += range(copied, len(written) + 1)
    return "".join(parts) + written[copied:], offsets


def _stripped(text: str) -> Span:
    start = len(text) - len(text.lstrip("\t\n\f\r "))
    return start, max(start, len(text.rstrip("\t\n\f\r ")))


def _candidates(srcset: str) -> Iterator[Span]:
    """Yield where the addresses of a ``srcset`` stand (HTML, 4.8.4.2.1): a comma within one belongs to it."""
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        position = match.end()
        url = match["url"]
        if not url.endswith(","):
            descriptors = _DESCRIPTORS.match(srcset, position)
            position = descriptors.end() if descriptors else position
        yield match.start("url"), match.start("url") + len(url.rstrip(","))


def _character(reference: re.Match[str]) -> str:
    # In an attribute "&copy=1" and "&copies" are no characters, though "&copy" is one in a text.
    written = reference[0]
    return unescape(written) if written[1] == "#" or written[1:] in html5 else written
