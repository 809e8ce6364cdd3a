"""Inline Markdown as plain text: what a title, an id or a text in place of an image is made of."""

from __future__ import annotations

from markdown_it.token import Token

from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.headings import collapsed
from toolkit.markdown.parser import DIALECT, Env, markdown_parser


def plain_text(content: str, env: Env) -> str:
    """Return inline Markdown as plain text on one line: what a title or an id is made of."""
    parser = markdown_parser(dialect=env.get(DIALECT, GFM))
    # Parsing counts footnote references: the document's own numbering must not see this.
    notes = env.get("footnotes", {})
    private: Env = {
        "references": env.get("references", {}),
        "footnotes": {"refs": dict(notes.get("refs", {})), "list": {}},
    }
    children: list[Token] = []
    parser.inline.parse(content, parser, private, children)
    return collapsed("".join(text_of(child) for child in children))


def text_of(token: Token) -> str:
    """Return what an inline token says; nothing for one that only marks."""
    if token.type in ("text", "text_special", "code_inline", "verbatim_piece"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "image":
        return "".join(text_of(child) for child in token.children or ())
    return ""
