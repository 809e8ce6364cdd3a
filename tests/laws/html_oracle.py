"""Raw HTML read by the standard library's parser, which shares nothing with the toolkit's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

_IN_A_SENTENCE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del"),
        *("dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "nobr", "q", "rp", "rt", "ruby"),
        *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
        *("var", "wbr"),
    )
)
_READABLE = frozenset(
    (
        *("alt", "title", "placeholder", "abbr", "aria-label", "aria-description"),
        *("aria-placeholder", "aria-roledescription", "aria-valuetext"),
    )
)
_SOMEWHERE = frozenset(("label", "summary", "value"))
_WITHOUT_TEXT = frozenset(
    (
        *("script", "style", "pre", "textarea", "svg", "math", "title", "iframe", "noembed"),
        *("noframes", "xmp", "plaintext", "code", "samp", "tt", "var"),
    )
)
_TAG_WITHOUT_END = re.compile(r"</?[a-zA-Z]")
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr"),
    )
)


class HtmlReading(HTMLParser):
    """What a piece of HTML holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.skeleton: list[object] = []
        """Everything but the words, their attributes and the tags within a sentence."""
        self.tags: list[object] = []
        """Every tag with the attributes that are not for people."""
        self.values: list[str] = []
        """The values of all attributes."""
        self.shown: list[str] = []
        """The texts and attributes that people read, outside code."""
        self.open = False
        """Whether it ends within an element that is marked as one to leave alone."""
        self._copied: list[str] = []
        self.feed(html)
        if not _TAG_WITHOUT_END.match(self.rawdata):  # which older versions take for text, and browsers drop
            self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(reversed(attrs))
        self.values += [value or "" for _, value in attrs]
        kept = {key: value for key, value in attrs if key not in _READABLE and key not in _SOMEWHERE}
        entry = (tag, kept)
        self._tag(tag, entry)
        alone = values.get("translate") == "no" or "notranslate" in (values.get("class") or "").split()
        if not self._copied and not alone:
            self.shown += [value or "" for key, value in values.items() if key in _READABLE]
        if tag not in _VOID and (self._copied or alone or tag in _WITHOUT_TEXT):
            self.open = self.open if self._copied else alone
            self._copied.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._tag(tag, "/" + tag)
        if tag in self._copied:
            while self._copied.pop() != tag:
                pass
            self.open = self.open and bool(self._copied)

    def handle_data(self, data: str) -> None:
        if self._copied:
            if self._copied[0] not in _IN_A_SENTENCE:
                self.skeleton.append(data)
        else:
            self.shown.append(data)

    def handle_comment(self, data: str) -> None:
        self.skeleton.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.skeleton.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.skeleton.append(("declaration", data))

    def handle_pi(self, data: str) -> None:
        self.skeleton.append(("instruction", data))

    def _tag(self, tag: str, entry: object) -> None:
        self.tags.append(entry)
        if tag not in _IN_A_SENTENCE:
            self.skeleton.append(entry)


def skeleton(html: str) -> list[object]:
    """Return what must stay of some HTML, whatever is translated."""
    return HtmlReading(html).skeleton


def shown(contents: Iterable[str]) -> list[str]:
    """Return the texts that people read in some blocks of HTML."""
    return [text for html in contents for text in HtmlReading(html).shown]


def goes_on(contents: Iterable[str]) -> bool:
    """Tell whether one of some blocks ends within an element that is marked as one to leave alone."""
    return any(HtmlReading(html).open for html in contents)
