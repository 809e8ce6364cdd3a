"""What some HTML holds that can do more than be read, as Python's own parser sees it: not by our code."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

ADDRESSES = frozenset(
    (
        *("href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "ping"),
        *("xlink:href", "manifest", "srcdoc", "longdesc", "usemap", "archive", "codebase", "profile"),
    )
)
"""Attributes that lead or load."""
READ = frozenset({"alt", "title", "aria-label", "placeholder", "summary", "label", "content", "abbr"})
"""Attributes whose values people read: a translation has its own."""


@dataclass(slots=True)
class Parts:
    """The parts of some HTML, without its words."""

    tags: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    """Tags with names of attributes."""
    values: set[tuple[str, str, str]] = field(default_factory=set)
    """Tags with names and values of attributes that nobody reads and that neither lead nor load."""
    addresses: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)
    """Comments, declarations, and what stands in scripts and styles."""

    def beyond(self, allowed: Parts) -> Parts:
        """Return what is here and not there."""
        return Parts(
            self.tags - allowed.tags,
            self.attributes - allowed.attributes,
            self.values - allowed.values,
            self.addresses - allowed.addresses,
            self.ids - allowed.ids,
            self.other - allowed.other,
        )

    def __or__(self, more: Parts) -> Parts:
        """Return both together."""
        return Parts(
            self.tags | more.tags,
            self.attributes | more.attributes,
            self.values | more.values,
            self.addresses | more.addresses,
            self.ids | more.ids,
            self.other | more.other,
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts = Parts()
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.tags.add(tag)
        self.inside = tag
        for name, value in attrs:
            self.parts.attributes.add((tag, name))
            if name in ADDRESSES:
                self.parts.addresses.add(unquote(value or ""))
            elif name == "id" or (tag == "a" and name == "name"):
                self.parts.ids.add(value or "")
            elif name == "class":
                self.parts.values.update((tag, name, one) for one in (value or "").split())
            elif name not in READ:
                self.parts.values.add((tag, name, value or ""))
            if tag == "meta" and name == "http-equiv":
                self.parts.other.add(str(attrs))

    def handle_endtag(self, tag: str) -> None:
        self.parts.tags.add(tag)
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style"):
            self.parts.other.add(data)

    def handle_comment(self, data: str) -> None:
        self.parts.other.add(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.parts.other.add(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.parts.other.add(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        self.parts.other.add(f"<![{data}")


def html_parts(html: str) -> Parts:
    """Return the parts of some HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.parts
