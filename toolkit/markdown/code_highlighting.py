"""Code as HTML in which words, strings and comments carry classes to colour them by."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from toolkit.markdown.code_lexing import code_language, shown_tokens
from toolkit.markdown.constructs.directive_fence import CODE_LANGUAGE

ROLES: Final = (
    *("comment", "keyword", "string", "number", "name", "type", "attribute", "prompt", "added", "removed"),
)
"""What a piece of code can be to its reader; its class has ``hl-`` before it."""

_ROLES: Final = {
    "Comment": "comment",
    "Comment.Preproc": "attribute",
    "Generic.Deleted": "removed",
    "Generic.Heading": "name",
    "Generic.Inserted": "added",
    "Generic.Prompt": "prompt",
    "Generic.Subheading": "name",
    "Keyword": "keyword",
    "Keyword.Constant": "number",
    "Keyword.Type": "type",
    "Literal.Date": "number",
    "Literal.Number": "number",
    "Literal.String": "string",
    "Literal.String.Doc": "comment",
    "Name.Attribute": "attribute",
    "Name.Builtin": "type",
    "Name.Builtin.Pseudo": "keyword",
    "Name.Class": "name",
    "Name.Constant": "number",
    "Name.Decorator": "attribute",
    "Name.Entity": "attribute",
    "Name.Exception": "type",
    "Name.Function": "name",
    "Name.Label": "name",
    "Name.Property": "attribute",
    "Name.Tag": "name",
    "Name.Variable": "attribute",
    "Operator.Word": "keyword",
}
"""By Pygments' name of a type; a type that is not here is what the one above it is."""

_CLASS = re.compile(r"\{(?:[^{}]*?[ \t])??\.([^\s.{}=]+)")
_MARK = re.compile(rf'<span class="hl-(?:{"|".join(ROLES)})">([^<]*)</span>')


def shown_language(fence: Token) -> str:
    """Return the language that a fence names, or nothing.

    It is the first word of the information (``rust,ignore``, ``jsx {1,3}``), the first class of an attribute
    list (``{.python .numberLines}``, of Pandoc and Python-Markdown), or what a directive for code is given
    (``{code-block} python``, of MyST).
    """
    if CODE_LANGUAGE in fence.meta:
        return str(fence.meta[CODE_LANGUAGE])
    info = fence.info.strip()
    found = _CLASS.match(info)
    return found[1].lower() if found else code_language(info)


@lru_cache(maxsize=512)  # the pages of a document in all languages have the same code
def highlighted(language: str, code: str) -> str:
    """Return code as HTML with the role of each piece as its class; nothing where no piece has one.

    Without the marks it is the code escaped as markdown-it does it.  A mark holds text alone.
    """
    pieces: list[tuple[str, list[str]]] = []
    for token in shown_tokens(language, code):
        role = _role(token.kind) if token.text.strip() else ""
        if pieces and pieces[-1][0] == role:
            pieces[-1][1].append(token.text)
        elif len(pieces) > 1 and pieces[-2][0] == role and not "".join(pieces[-1][1]).strip():
            space = pieces.pop()[1]
            pieces[-1][1].extend((*space, token.text))
        else:
            pieces.append((role, [token.text]))
    if not any(role for role, _ in pieces):
        return ""
    return "".join(_marked(role, "".join(texts)) for role, texts in pieces)


def unhighlighted(html: str) -> str:
    """Return HTML without the marks of code."""
    return _MARK.sub(r"\1", html)


def _marked(role: str, text: str) -> str:
    if not role:
        return escapeHtml(text)
    word = text.rstrip()
    return f'<span class="hl-{role}">{escapeHtml(word)}</span>{text[len(word) :]}'


@cache
def _role(kind: str) -> str:
    while kind and kind not in _ROLES:
        kind = kind.rpartition(".")[0]
    return _ROLES.get(kind, "")
