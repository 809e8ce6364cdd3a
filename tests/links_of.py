"""Where the files of a built site lead, read by Python's own parsers and a plain reader of Markdown."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

ADDRESSES = frozenset(
    ("href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "content")
)
_ABSOLUTE = re.compile(r"https?://")
_REFRESH = re.compile(r"\d+; url=(.*)")


@dataclass(slots=True)
class Page:
    """What of an HTML page leads somewhere, and where one can be led to in it."""

    addresses: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.data = (tag, dict(attrs).get("type")) == ("script", "application/ld+json")
        for name, value in attrs:
            value = value or ""
            refresh = _REFRESH.fullmatch(value) if (tag, name) == ("meta", "content") else None
            if refresh:
                self.page.addresses.append(refresh[1])
            elif name == "srcset":
                self.page.addresses += [one.split()[0] for one in value.split(",")]
            elif name in ADDRESSES and (name != "content" or _ABSOLUTE.match(value)):
                self.page.addresses.append(value)
            elif name == "id" or (tag, name) == ("a", "name"):
                assert value not in self.page.ids, f"the id {value} stands twice"
                self.page.ids.add(value)

    def handle_data(self, data: str) -> None:
        if self.data:
            self.page.addresses += _addresses_in(json.loads(data))
            self.data = False


def html_page(text: str) -> Page:
    """Return what of an HTML page leads, structured data too, and its ids."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page


def _addresses_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from [one] if key in ("@id", "url") else _addresses_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _addresses_in(one)


def addresses(path: Path) -> list[str]:
    """Return the addresses in a file of any kind that a build makes; an image has none."""
    if path.suffix == ".html":
        return html_page(path.read_text("utf-8")).addresses
    if path.suffix == ".xml":
        elements = list(ET.parse(path).getroot().iter())
        tags = ("loc", "id")
        texts = [one.text or "" for one in elements if one.tag.rpartition("}")[2] in tags]
        return [*texts, *(href for one in elements if (href := one.get("href")) is not None)]
    if path.suffix == ".md":
        tokens = MarkdownIt("commonmark").enable("table").use(footnote_plugin).parse(path.read_text("utf-8"))
        inline = [child for token in tokens for child in token.children or ()]
        written = [token.content for token in (*tokens, *inline) if token.type.startswith("html_")]
        found = [one.attrs.get("href") or one.attrs.get("src") for one in inline]
        return [*(str(one) for one in found if one), *html_page("".join(written)).addresses]
    if path.suffix == ".txt":
        return re.findall(r"Sitemap: (\S+)", path.read_text("utf-8"))
    return re.findall(r"url\(([^)]*)\)", path.read_text("utf-8")) if path.suffix == ".css" else []
