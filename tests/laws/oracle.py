"""Markdown read by a parser of its own, which shares nothing with the toolkit's but the library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tests.laws.html_oracle import skeleton
from tests.pseudo import PSEUDO, pseudo_html, pseudo_text
from toolkit.errors import SourceError
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import Encoding, MessageKey, Segment

PARSER = MarkdownIt("gfm-like2", {"linkify": False, "maxNesting": 100}).disable(["linkify", "text_join"])
PARSER.use(footnote_plugin).use(deflist_plugin)
_LINE_ENDING = re.compile(r"\r\n|\r")


def document(text: str) -> Document:
    return Document(
        "d", "source/d.md", text, MarkdownOptions(front_matter=("title", "description", "tags[]", "hero.alt"))
    )


def parsed(text: str) -> ParsedDocument:
    return parse_document(document(text))


def normal(text: str) -> str:
    """Return a text as Markdown processors read it."""
    return _LINE_ENDING.sub("\n", text).replace("\0", "\ufffd")


def blocks(body: str) -> tuple[list[Token], dict[str, Any]]:
    """Return the block tokens of a body, inline runs unparsed, and its definitions."""
    env: dict[str, Any] = {}
    tokens: list[Token] = []
    PARSER.block.parse(normal(body), PARSER, env, tokens)
    return tokens, env


def signature(body: str) -> list[object]:
    """Return what the blocks of a body are, without their texts."""
    tokens, env = blocks(body)
    found: list[object] = []
    for token in tokens:
        verbatim: object = token.content if token.type in ("fence", "code_block") else ""
        if token.type == "html_block":
            verbatim = skeleton(token.content)
        label = token.meta["label"] if token.type == "footnote_reference_open" else None
        if token.type == "inline":
            found.append("inline")
        else:
            found.append(
                (
                    token.type,
                    token.tag,
                    token.level,
                    token.hidden,
                    dict(token.attrs),
                    token.info,
                    verbatim,
                    label,
                )
            )
    references = env.get("references", {}).items()
    found.append([(label, reference["href"], reference["title"] != "") for label, reference in references])
    return found


def link_titles(body: str) -> dict[str, str]:
    """Return the title of each definition of a body that has one, by its label."""
    references = blocks(body)[1].get("references", {})
    return {label: reference["title"] for label, reference in references.items() if reference["title"]}


def inline_tokens(text: str, env: dict[str, Any]) -> list[Token]:
    """Return the tokens of an inline text, images' alternative texts included."""
    return list(_flat(PARSER.parseInline(text, env)[0].children or ()))


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.type == "image":
            yield from _flat(token.children or ())


def plain(text: str, env: dict[str, Any]) -> str:
    """Return the characters that a reader sees of an inline text, without white space."""
    shown = []
    for token in inline_tokens(text, env):
        if token.type in ("softbreak", "hardbreak"):
            shown.append(" ")
        elif token.type not in ("image",):
            shown.append(token.content)
    return "".join("".join(shown).split())


def parsed_or_none(text: str) -> ParsedDocument | None:
    """Return a document's segments, or ``None`` where it is refused: that is another law's affair."""
    try:
        return parsed(text)
    except SourceError:
        return None


_ATTRIBUTES = re.compile(r"(?<=[^ \t\n])[ \t]+\{[ \t]*[^{}\n]*[#.=][^{}\n]*\}$")


def without_attributes(heading: str) -> str:
    """Return the text of a heading without the attribute list at its end."""
    return _ATTRIBUTES.sub("", heading)


def pseudo(source: ParsedDocument) -> dict[MessageKey, str]:
    """Return pseudo-text for every message of a document."""
    labels = source.env.get("references", {})
    notes = [label[1:] for label in source.env.get("footnotes", {}).get("refs", ())]
    texts: dict[MessageKey, str] = {}
    # What is Markdown at one of its places is taken for that, what is HTML elsewhere for HTML.
    for segment in sorted(source.segments, key=_plainness):
        text = segment.key.text
        if segment.encoding.in_html_text:
            texts[segment.key] = pseudo_html(text)
        elif segment.encoding.in_html or segment.encoding is Encoding.LINK_TITLE:
            texts[segment.key] = text.translate(PSEUDO)
        else:
            texts[segment.key] = pseudo_text(text, labels, notes)
    return texts


def _plainness(segment: Segment) -> int:
    if segment.encoding is Encoding.LINK_TITLE:
        return 0
    return 2 if not segment.encoding.in_html else int(segment.encoding.in_html_text)
