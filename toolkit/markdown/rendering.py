"""Block tokens to HTML: the parse that verified an edition is the parse that is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.rules_core.block import block
from markdown_it.rules_core.normalize import normalize
from markdown_it.token import Token

from toolkit.markdown.edition import Edition
from toolkit.markdown.headings import collapsed, unique_ids
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.message_text import heading_attributes
from toolkit.markdown.parser import Env, markdown_parser
from toolkit.markdown.segments import ParsedDocument


@dataclass(frozen=True, slots=True)
class Language:
    """A language as HTML names it."""

    tag: str
    """BCP 47."""
    direction: str
    """``ltr`` or ``rtl``."""


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """What a rendering needs beside the tokens."""

    heading_ids: Sequence[str] = ()
    """One per heading, in document order."""
    foreign: Language | None = None
    """The source language, where blocks that are not translated must say so."""
    translated: frozenset[int] = frozenset()
    """Indexes of inline tokens whose text is in the page's language."""
    link: Callable[[str], str] = field(default=lambda href: href)
    """From a link's destination in the document to the one on the page."""
    image: Callable[[str], str] = field(default=lambda src: src)
    words: Mapping[str, str] = field(default_factory=dict)
    """Interface words by name: titles of alerts (``Note``), ``Footnotes``, ``Back to text``."""


def source_heading_ids(parsed: ParsedDocument) -> tuple[str, ...]:
    """Return the id of each heading of a document, in order; the same for every edition."""
    headings = []
    for index, token in enumerate(parsed.tokens):
        if token.type == "inline" and parsed.tokens[index - 1].type == "heading_open":
            content = token.content[: heading_attributes(token.content)[0]]
            headings.append((parsed.heading_ids.get(index), plain_text(content, parsed.env)))
    return unique_ids(headings)


def first_heading(edition: Edition) -> tuple[int, str] | None:
    """Return the token index and the plain text of the first heading of level 1, if there is one."""
    for index, token in enumerate(edition.tokens):
        if token.type == "inline" and edition.tokens[index - 1].tag == "h1":
            content = token.content[: heading_attributes(token.content)[0]]
            return index, plain_text(content, edition.env)
    return None


def plain_text(content: str, env: Env) -> str:
    """Return inline Markdown as plain text on one line: what a title or an id is made of."""
    parser = markdown_parser()
    # Parsing counts footnote references: the document's own numbering must not see this.
    notes = env.get("footnotes", {})
    private: Env = {
        "references": env.get("references", {}),
        "footnotes": {"refs": dict(notes.get("refs", {})), "list": {}},
    }
    children: list[Token] = []
    parser.inline.parse(content, parser, private, children)
    return collapsed("".join(_text(child) for child in children))


def render_html(edition: Edition, settings: RenderSettings) -> str:
    """Return the HTML of an edition's body.

    The tokens of the edition are used up: an edition is rendered once.
    """
    parser = markdown_parser()
    tokens = list(edition.tokens)
    _prepare_blocks(tokens, settings)
    state = StateCore("", parser, edition.env, tokens)
    for rule in parser.core.ruler.getRules(""):
        if rule is not normalize and rule is not block:
            rule(state)
    _finish_inline(state.tokens, settings)
    return str(parser.renderer.render(state.tokens, parser.options, edition.env))


def _prepare_blocks(tokens: Sequence[Token], settings: RenderSettings) -> None:
    ids = iter(settings.heading_ids)
    for index, token in enumerate(tokens):
        if token.type == "inline":
            opening = tokens[index - 1]
            if opening.type == "heading_open":
                token.content = token.content[: heading_attributes(token.content)[0]]
                if (identifier := next(ids, None)) is not None:
                    opening.attrs["id"] = identifier
            elif opening.type == "alert_title_open":
                token.content = settings.words.get(token.content, token.content)
                continue
            if settings.foreign and index not in settings.translated and has_letter(token.content):
                if opening.hidden:
                    token.meta["toolkit:foreign"] = settings.foreign
                else:
                    opening.attrs["lang"] = settings.foreign.tag
                    opening.attrs["dir"] = settings.foreign.direction


def _finish_inline(tokens: Sequence[Token], settings: RenderSettings) -> None:
    for token in tokens:
        if token.type != "inline" or not token.children:
            continue
        _point(token.children, settings)
        foreign = token.meta.get("toolkit:foreign")
        if foreign:
            # A tight list item has no paragraph of its own that could carry the language.
            tag = f'<span lang="{escape(foreign.tag)}" dir="{foreign.direction}">'
            opening = Token("html_inline", "", 0, content=tag)
            token.children = [opening, *token.children, Token("html_inline", "", 0, content="</span>")]


def _point(children: Sequence[Token], settings: RenderSettings) -> None:
    for child in children:
        attributes: dict[str, Any] = child.attrs
        if child.type == "link_open" and child.info != "auto":
            attributes["href"] = settings.link(str(attributes.get("href", "")))
        elif child.type == "image":
            attributes["src"] = settings.image(str(attributes.get("src", "")))
            _point(child.children or (), settings)


def _text(token: Token) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "image":
        return "".join(_text(child) for child in token.children or ())
    return ""
