"""How the constructs of the dialects become HTML; what a site generator would run is not run here."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from html import escape
from typing import Any, Final, Protocol

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from toolkit.markdown.constructs.abbreviations import ABBREVIATION
from toolkit.markdown.constructs.anchors import anchor
from toolkit.markdown.constructs.container import NAME
from toolkit.markdown.constructs.template_lines import RAW_CODE

_Env = MutableMapping[str, Any]

_WORDS: Final = {
    **{name: name.title() for name in ("note", "tip", "important", "warning", "caution")},
    **{"info": "Note", "seealso": "Note", "hint": "Tip", "danger": "Caution", "attention": "Caution"},
}
"""The titles of containers without one, as the toolkit's own words."""

_ADMONITIONS: Final = frozenset(
    (
        *_WORDS,
        *("abstract", "admonition", "bug", "error", "example", "failure", "question", "quote", "success"),
        *("summary", "tldr", "todo"),
    )
)
_RAW = re.compile(RAW_CODE, re.DOTALL)
_FOLDED: Final = ("details", "dropdown")


class Words(Protocol):
    """What gives the words of a page."""

    @property
    def foreign(self) -> Any:
        """The language they are in, where it is not the page's."""

    def text(self, english: str) -> str:
        """Return a word."""

    def label(self, english: str, *, in_foreign: bool = False) -> str:
        """Return a word as the attribute ``aria-label``, for a passage in the page's language or not."""


class DialectRules(RendererHTML):
    """Rules by token type for what only dialects have; markdown-it finds them by name."""

    _words: Words

    def container_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return the start of an admonition, of what can be unfolded, or of another container."""
        token = tokens[idx]
        name = str(token.meta[NAME])
        titled = tokens[idx + 1].type == "line_text_open"
        if token.markup[:1] == "?" or name in _FOLDED:
            token.tag = "details"
            word = "" if titled or name not in _WORDS else self._title(_WORDS[name], "summary")
            shown = " open" if token.markup.endswith("+") else ""
            return f'<details class="{escape(name)}"{_id(token)}{shown}>\n{word}'
        if name not in _ADMONITIONS:
            return f'<div class="{escape(name)}"{_id(token)}>\n' if name else f"<div{_id(token)}>\n"
        title = "" if titled or name not in _WORDS else self._title(_WORDS[name])
        kind = "" if name == "admonition" else " " + escape(name)
        return f'<aside class="admonition{kind}"{_id(token)} role="note">\n{title}'

    def _title(self, english: str, tag: str = "p") -> str:
        foreign = self._words.foreign
        language = foreign.attributes if foreign else ""
        return f'<{tag} class="admonition-title"{language}>{escape(self._words.text(english))}</{tag}>\n'

    def container_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return the end of a container."""
        opening = tokens[_opening(tokens, idx)]
        if opening.markup[:1] == "?" or opening.meta[NAME] in _FOLDED:
            return "</details>\n"
        return "</aside>\n" if opening.meta[NAME] in _ADMONITIONS else "</div>\n"

    def line_text_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return the start of a title, or of a text that stands in a tag."""
        before = tokens[idx - 1] if idx else None
        token = tokens[idx]
        if token.info == ABBREVIATION:  # a definition says nothing where it stands
            tokens[idx + 1].children = []
            return ""
        if before and before.type == "container_open":
            folded = before.markup[:1] == "?" or before.meta[NAME] in _FOLDED
            token.tag = "summary" if folded else "p"
            token.attrJoin("class", "admonition-title")
        return self.renderToken(tokens, idx, options, env)

    def line_text_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return the end of a title or a text."""
        if tokens[idx - 2].info == ABBREVIATION:
            return ""
        tokens[idx].tag = tokens[idx - 2].tag
        return self.renderToken(tokens, idx, options, env)

    def copied(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return a formula as it is written, and nothing for what only the site generator understands."""
        token = tokens[idx]
        if token.info != "math":
            return f"<a{_id(token)}></a>\n" if anchor(token) else ""
        return f'<div class="math" dir="ltr" translate="no">{escape(token.content.strip())}</div>\n'

    def copied_lines_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return nothing: the texts in the lines stand for themselves."""
        return ""

    def copied_lines_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return nothing."""
        return ""

    def verbatim_piece(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return a piece of another language within a text as code, a formula as it is written."""
        content = tokens[idx].content
        if not content.strip("{}<>%"):  # a delimiter without its partner
            return escape(content)
        if content[0] in "$\\":
            return f'<span class="math" dir="ltr" translate="no">{escape(content)}</span>'
        raw = _RAW.fullmatch(content)
        if raw:
            content = raw["code"].strip()
        elif content.startswith(("{:", "{ ", "{.", "{#")) and "{{" not in content:
            return ""
        return f'<code class="template" dir="ltr" translate="no">{escape(content)}</code>'


def _id(token: Token) -> str:
    given = anchor(token)
    return f' id="{escape(given)}"' if given else ""


def _opening(tokens: Sequence[Token], index: int) -> int:
    depth = 0
    while True:
        token = tokens[index]
        if token.type in ("container_open", "container_close"):
            depth += token.nesting
            if not depth:
                return index
        index -= 1
