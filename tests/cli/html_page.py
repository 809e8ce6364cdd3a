"""A built HTML page as tests look at it: its elements in order, with their attributes and texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source"})
_BLOCKS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "pre", "div", "section"),
        *("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "hr"),
    )
)


@dataclass(slots=True)
class Element:
    """An element with what stands in it."""

    name: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything a reader sees in it, white space as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, name: str = "") -> Iterator[Element]:
        """Yield the elements in it in document order, or those of a name."""
        for child in self.children:
            if isinstance(child, Element):
                if name in ("", child.name):
                    yield child
                yield from child.all(name)

    def one(self, name: str, **attributes: str) -> Element:
        """Return the only element of a name with some attributes (``class_`` stands for ``class``)."""
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}
        (found,) = (e for e in self.all(name) if wanted.items() <= e.attributes.items())
        return found

    def blocks(self) -> list[object]:
        """Return the tree of its blocks: names only, without inline elements and languages."""
        found: list[object] = []
        for child in self.children:
            if isinstance(child, Element):
                inner = child.blocks()
                found += [(child.name, inner)] if child.name in _BLOCKS else inner
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(html: str) -> Element:
    """Return the page; an end tag that closes nothing, or something else, is an error."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root
