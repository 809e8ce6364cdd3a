"""What a reader of Markdown sees in an inline text: its words, and the pieces that are more than words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from markdown_it.token import Token

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.link_recording import DESTINATION
from toolkit.markdown.parser import DEFAULT_NESTING, DIALECT, markdown_parser

_MARKUP = re.compile(r"[`*_~<\[&$^{\\\n]")
_ANY_MARKUP = re.compile(r"[`*_~<\[&$^{\\\n=+:|%]")
_AS_WE_PARSE = frozenset({"commonmark", "gfm"})


NOTHING_KNOWN: Final[Mapping[str, Any]] = MappingProxyType({})


class PartKind(StrEnum):
    """What a piece of inline Markdown is, in words that findings use."""

    LINK = "link"
    IMAGE = "image"
    AUTOLINK = "address"
    CODE = "code span"
    TAG = "HTML tag"
    EMPHASIS = "emphasis"
    STRONG = "bold text"
    STRUCK = "struck text"
    FOOTNOTE = "footnote reference"
    BREAK = "line break"
    OTHER = "piece"


class Part(NamedTuple):
    """A piece that is more than words: its kind, and what tells it from others of its kind."""

    kind: PartKind
    value: str
    """The target of a link or image, the content of code, the tag, the label; empty for emphasis."""


class ReadLink(NamedTuple):
    """A link or image as the parser reads it."""

    kind: PartKind
    target: str
    label: str = ""
    """Of a reference, in the form in which CommonMark compares it; empty where the target stands there."""


class InlineReading(NamedTuple):
    """An inline text as it is read, in order."""

    parts: tuple[Part, ...]
    text: str
    """What is read as text: no code, no markup, references to characters resolved; a break is LF."""
    links: tuple[ReadLink, ...] = ()
    """The links, images and addresses among the parts."""
    tokens: tuple[Token, ...] = ()
    """What the parser made of it; nothing where the text is not parsed, for it has no markup."""
    env: Mapping[str, Any] = NOTHING_KNOWN
    """What the parser knows after it."""

    def counted(self, kind: PartKind) -> Counter[str]:
        """Return how often each value of a kind occurs."""
        return Counter(part.value for part in self.parts if part.kind is kind)


@dataclass(frozen=True)
class Definitions:
    """What a document defines for its inline texts: link references and footnotes."""

    env: Mapping[str, Any]

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of its link definitions, in the form in which CommonMark compares them."""
        return frozenset(self.env.get("references", ()))

    @cached_property
    def footnotes(self) -> frozenset[str]:
        """The labels of its footnotes."""
        return frozenset(label.removeprefix(":") for label in self.env.get("footnotes", {}).get("refs", ()))


NO_DEFINITIONS = Definitions({})


def read_inline(
    text: str, dialect: Dialect = GFM, definitions: Definitions = NO_DEFINITIONS
) -> InlineReading:
    """Return what a text says as inline Markdown in a document with these definitions.

    A text without any character of markup is not parsed.
    """
    markup = _MARKUP if dialect.name in _AS_WE_PARSE else _ANY_MARKUP
    if not markup.search(text):
        return InlineReading((), text)
    parser = markdown_parser(DEFAULT_NESTING, dialect)
    env: dict[str, Any] = {DIALECT: dialect}
    if "references" in definitions.env:
        env["references"] = definitions.env["references"]
    if "footnotes" in definitions.env:
        # The inline parser numbers footnotes: in a copy of its own.
        notes = definitions.env["footnotes"]
        env["footnotes"] = {"refs": dict.fromkeys(notes.get("refs", ()), -1)}
    children: list[Token] = []
    parser.inline.parse(text, parser, env, children)
    parts: list[Part] = []
    words: list[str] = []
    links: list[ReadLink] = []
    for token in _flat(children):
        part = _part(token)
        if part is not None:
            parts.append(part)
            if part.kind in _LINKS:
                label = token.meta.get(DESTINATION)
                links.append(ReadLink(part.kind, part.value, label if isinstance(label, str) else ""))
        if token.type.startswith("text"):
            words.append(token.content)
        elif token.type in ("hardbreak", "softbreak"):
            words.append("\n")
    return InlineReading(tuple(parts), "".join(words), tuple(links), tuple(children), env)


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _flat(token.children)


_LINKS = (PartKind.LINK, PartKind.IMAGE, PartKind.AUTOLINK)
_KINDS = {
    "em_open": PartKind.EMPHASIS,
    "strong_open": PartKind.STRONG,
    "s_open": PartKind.STRUCK,
    "hardbreak": PartKind.BREAK,
}


def _part(token: Token) -> Part | None:
    kind = token.type
    if kind in _KINDS:
        return Part(_KINDS[kind], "")
    if kind == "link_open":
        target = str(token.attrs.get("href", ""))
        return Part(PartKind.AUTOLINK if token.info == "auto" else PartKind.LINK, target)
    if kind == "image":
        return Part(PartKind.IMAGE, str(token.attrs.get("src", "")))
    if kind == "code_inline":
        return Part(PartKind.CODE, token.content)
    if kind == "html_inline":
        return Part(PartKind.TAG, token.content)
    if kind == "footnote_ref":
        return Part(PartKind.FOOTNOTE, str((token.meta or {}).get("label", "")))
    if kind.startswith(("text", "softbreak")) or token.nesting < 0:
        return None
    return Part(PartKind.OTHER, token.content or kind.removesuffix("_open"))
