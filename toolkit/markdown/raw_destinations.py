"""The addresses that raw HTML loads or links to, read as a browser reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from typing import Final

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


def raw_destinations(html: str) -> tuple[RawDestination, ...]:
    """Return the addresses in the tags of some HTML, in order; each candidate of a ``srcset`` is one.

    These are the values of ``src``, ``href``, ``xlink:href``, ``poster`` and ``srcset``, and of ``data``
    in ``object``.  Comments, scripts and style sheets hold none, nor does a tag that is never closed, nor
    ``base``, whose address is only a beginning of others.  Any text can be read (HTML, 13.2.5); the time
    is linear.
    """
    found: list[RawDestination] = []
    position = 0
    while markup := _MARKUP.search(html, position):
        position = markup.end()
        if markup["name"] is None:
            continue
        name = markup["name"].lower()
        values: dict[str, str] = {}
        while attribute := _ATTRIBUTE.match(html, position):
            position = attribute.end()
            value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
            values.setdefault(attribute["name"].lower(), value)  # the first one holds
        end = _TAG_END.match(html, position)
        if not end:
            break
        position = end.end()
        span = (markup.start(), position)
        found += [RawDestination(key, href, span) for key, href in _addresses(name, values)]
        if name in _TEXT_ONLY:
            closing = re.compile(rf"</{name}(?=[{_WS}/>])", re.IGNORECASE).search(html, position)
            position = closing.start() if closing else len(html)
    return tuple(found)


def _addresses(tag: str, values: dict[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        decoded = _REFERENCE.sub(_character, value)
        if key == "srcset":
            hrefs = list(_candidates(decoded))
        elif tag != "base" and (key in _ADDRESSES or (tag == "object" and key == "data")):
            hrefs = [re.sub(r"[\t\n\r]", "", decoded.strip("\t\n\f\r "))]
        else:
            continue
        yield from ((key, href) for href in hrefs if href)


def _candidates(srcset: str) -> Iterator[str]:
    """Yield the addresses of a ``srcset`` (HTML, 4.8.4.2.1): a comma within one belongs to it."""
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        position = match.end()
        url = match["url"]
        if not url.endswith(","):
            descriptors = _DESCRIPTORS.match(srcset, position)
            position = descriptors.end() if descriptors else position
        yield url.rstrip(",")


def _character(reference: re.Match[str]) -> str:
    # In an attribute "&copy=1" and "&copies" are no characters, though "&copy" is one in a text.
    written = reference[0]
    return unescape(written) if written[1] == "#" or written[1:] in html5 else written
