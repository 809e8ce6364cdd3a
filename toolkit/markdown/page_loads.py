"""What some HTML makes a browser load, run or send to, as far as a Content-Security-Policy speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Final

from toolkit.markdown.html_tokens import HtmlKind, HtmlToken, html_tokens
from toolkit.markdown.raw_destinations import raw_destinations


class Load(StrEnum):
    """What an address is for: the directive that rules it (Content Security Policy, level 3)."""

    SCRIPT = "script-src"
    STYLE = "style-src"
    IMAGE = "img-src"
    FONT = "font-src"
    MEDIA = "media-src"
    FRAME = "frame-src"
    OBJECT = "object-src"
    BASE = "base-uri"
    FORM = "form-action"


@dataclass(frozen=True, slots=True)
class PageLoads:
    """What a page loads and runs."""

    addresses: frozenset[tuple[Load, str]] = frozenset()
    """As a browser reads them, without character references; the page's own where they are empty."""
    scripts: frozenset[str] = frozenset()
    """The contents of its scripts."""
    handlers: frozenset[str] = frozenset()
    """The values of its event handlers."""
    inline_style: bool = False
    """Whether it has ``style`` elements or attributes."""


_BY_ATTRIBUTE: Final = {
    **{(name, "src"): Load.MEDIA for name in ("audio", "video", "source", "track")},
    **{(name, "src"): Load.IMAGE for name in ("img", "input")},
    **{(name, "src"): Load.FRAME for name in ("iframe", "frame")},
    **{(name, key): Load.SCRIPT for name in ("script",) for key in ("src", "href", "xlink:href")},
    **{(name, key): Load.IMAGE for name in ("image", "use", "feimage") for key in ("href", "xlink:href")},
    ("video", "poster"): Load.IMAGE,
    ("embed", "src"): Load.OBJECT,
    ("object", "data"): Load.OBJECT,
    ("form", "action"): Load.FORM,
    ("base", "href"): Load.BASE,
}
_BY_NAME: Final = {"background": Load.IMAGE, "formaction": Load.FORM}
_BY_RELATION: Final = {"stylesheet": Load.STYLE, "icon": Load.IMAGE}
_CSS_ADDRESS = re.compile(r"(@import\s+)?(?:url\(\s*[\"']?([^\"')\s]+)|(?<=\s)[\"']([^\"']+))", re.IGNORECASE)
_DROPPED = re.compile(r"[\t\n\r]")
_ENDS: Final = "\t\n\f\r "
_NOTHING: Final = PageLoads()


def page_loads(html: str) -> PageLoads:
    """Return what some HTML loads and runs; documents in ``srcdoc`` are part of it. Any text can be read."""
    if "<" not in html:
        return _NOTHING
    addresses: set[tuple[Load, str]] = set()
    scripts: set[str] = set()
    handlers: set[str] = set()
    inline_style = False
    waiting = [html]
    for piece in waiting:
        opened = ""
        for token in html_tokens(piece):
            if token.kind is HtmlKind.OTHER and opened in ("script", "style"):
                content = piece[token.start : token.stop].replace("\r\n", "\n").replace("\r", "\n")
                if opened == "script":
                    scripts.add(content)
                else:
                    addresses.update(_in_style(content))
            opened = token.name if token.kind is HtmlKind.START else ""
            if token.kind is not HtmlKind.START:
                continue
            inline_style |= token.name == "style"
            values = _values(piece, token)
            addresses.update(_of_tag(piece, token, values))
            for name, value in values.items():
                if name.startswith("on"):
                    handlers.add(value)
                elif name == "style":
                    inline_style = True
                    addresses.update(_in_style(value))
                elif (
                    name == "srcdoc" and len(waiting) <= 100
                ):  # a frame in a frame: each is escaped once more
                    waiting.append(value)
    return PageLoads(frozenset(addresses), frozenset(scripts), frozenset(handlers), inline_style)


def _values(html: str, token: HtmlToken) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in token.attributes:  # the first one of a name holds
        found.setdefault(one.name, unescape(html[one.start : one.stop]))
    return found


def _of_tag(html: str, token: HtmlToken, values: dict[str, str]) -> Iterator[tuple[Load, str]]:
    for name, value in values.items():
        load = _BY_ATTRIBUTE.get((token.name, name)) or _BY_NAME.get(name)
        if load is not None:
            yield load, _DROPPED.sub("", value.strip(_ENDS))
    if token.name == "form" and "action" not in values:
        yield Load.FORM, ""
    if token.name == "link" and "href" in values:
        for relation in values.get("rel", "").lower().split():
            if relation in _BY_RELATION:
                yield _BY_RELATION[relation], _DROPPED.sub("", values["href"].strip(_ENDS))
    if "srcset" in values:
        for one in raw_destinations(html[token.start : token.stop]):
            if one.attribute == "srcset":
                yield Load.IMAGE, one.href


def _in_style(css: str) -> Iterator[tuple[Load, str]]:
    for imported, address, quoted in _CSS_ADDRESS.findall(css):
        if imported:
            yield Load.STYLE, address or quoted
        elif address:
            yield Load.IMAGE, address
            yield Load.FONT, address
