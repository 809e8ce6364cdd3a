"""How tokens become HTML where markdown-it's own way does not serve every reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from toolkit.markdown.code_highlighting import highlighted, shown_language
from toolkit.markdown.code_marks import marked_code
from toolkit.markdown.dialect_rules import DialectRules
from toolkit.markdown.parser import Env


@dataclass(frozen=True, slots=True)
class Language:
    """A language as HTML names it."""

    tag: str
    """BCP 47."""
    direction: str
    """``ltr`` or ``rtl``."""

    @property
    def attributes(self) -> str:
        """The attributes ``lang`` and ``dir`` with a space before them."""
        return f' lang="{escape(self.tag)}" dir="{self.direction}"'


@dataclass(frozen=True, slots=True)
class PageWords:
    """Words that the toolkit adds to a text: alert titles, ``Footnotes``, ``Back to text``."""

    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By English text, which stands where one is missing."""
    foreign: Language | None = None
    """The language they are in, where it is not the page's."""
    own: Language | None = None
    """The language they are in, also where it is the page's."""

    def text(self, english: str) -> str:
        """Return a word."""
        return self.texts.get(english, english)

    def label(self, english: str, *, in_foreign: bool = False) -> str:
        """Return the attribute ``aria-label`` for an element without text, and its language.

        ``in_foreign`` is true of an element in a passage that is not in the page's language.
        """
        language = self.foreign or (self.own if in_foreign else None)
        return f' aria-label="{escape(self.text(english))}"{language.attributes if language else ""}'


MARKS = "toolkit:marks"
"""``Token.meta`` key of a block of raw HTML or of code: the `EmbeddedMark` of each text to be marked."""

_ALIGNMENTS = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}


class PageRenderer(DialectRules):
    """Renders one page: labelled footnotes and boxes, tables and code that scroll, code left to right.

    Public methods are rules by token type; markdown-it finds them by name.
    """

    def __init__(self, words: PageWords, foreign: str = "", *, highlight_code: bool = False) -> None:
        super().__init__()
        self._words = words
        self._foreign = foreign
        self._highlight_code = highlight_code

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the start of a table in a box of its own, which scrolls where the screen is narrow."""
        # A label in another language cannot be marked here: lang would hold for the whole table.
        label = "" if self._words.foreign else f' role="group"{self._words.label("Table")}'
        return f'<div class="table"{label} tabindex="0">\n' + self.renderToken(tokens, idx, options, env)

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the end of a table."""
        return self.renderToken(tokens, idx, options, env) + "</div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the start of a column's heading."""
        tokens[idx].attrs["scope"] = "col"
        return self.td_open(tokens, idx, options, env)

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the start of a cell, aligned along the page's direction."""
        token = tokens[idx]
        alignment = _ALIGNMENTS.get(str(token.attrs.get("style")))
        if alignment:
            del token.attrs["style"]
            token.attrJoin("class", f"align-{alignment}")
        return self.renderToken(tokens, idx, options, env)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return a code block, which scrolls, is not translated and runs from left to right."""
        token = tokens[idx]
        if self._highlight_code and (marked := highlighted(shown_language(token), token.content)):
            values: Any = {**options, "highlight": lambda *_: marked}
            options = OptionsDict(values)
        html = _code_box(super().fence(tokens, idx, options, env))
        marks = token.meta.get(MARKS)
        return marked_code(html, marks, self._foreign) if marks else html

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return an indented code block as a fenced one."""
        return _code_box(super().code_block(tokens, idx, options, env))

    def code_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return code within a text, left to right."""
        tokens[idx].attrs.update({"dir": "ltr", "translate": "no"})
        return super().code_inline(tokens, idx, options, env)

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the start of a list item; a task's box says whether it is done."""
        checked = tokens[idx].meta.get("checked")
        if checked is None:
            return self.renderToken(tokens, idx, options, env)
        label = self._words.label("Done" if checked else "To do")
        box = f'<input type="checkbox" class="task-list-item-checkbox" disabled{label}'
        return f"{self.renderToken(tokens, idx, options, env)}{box}{' checked' if checked else ''}> "

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the number that leads to a footnote."""
        number = _number(tokens[idx])
        return (
            f'<sup class="footnote-ref"><a href="#fn{number}" id="fnref{_reference(tokens[idx])}" '
            f'role="doc-noteref">[{number}]</a></sup>'
        )

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the start of the section of footnotes, with a title that is heard and not seen."""
        language = self._words.foreign.attributes if self._words.foreign else ""
        return (
            '<section class="footnotes" role="doc-endnotes" aria-labelledby="toolkit-footnotes">\n'
            f'<p class="visually-hidden" id="toolkit-footnotes"{language}>'
            f'{escape(self._words.text("Footnotes"))}</p>\n<ol class="footnotes-list">\n'
        )

    def footnote_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the end of the section of footnotes."""
        return "</ol>\n</section>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the start of a footnote."""
        return f'<li id="fn{_number(tokens[idx])}" class="footnote-item">'

    def footnote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the end of a footnote."""
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return the way back from a footnote to its reference."""
        around = next((token for token in reversed(tokens[:idx]) if token.type == "paragraph_open"), None)
        label = self._words.label("Back to text", in_foreign=around is not None and "lang" in around.attrs)
        # The variation selector keeps the arrow a character where it would be an emoji.
        return (
            f' <a href="#fnref{_reference(tokens[idx])}" class="footnote-backref" '
            f'role="doc-backlink"{label}>\u21a9\ufe0e</a>'
        )


def _code_box(html: str) -> str:
    return html.replace("<pre><code", '<pre dir="ltr" translate="no" tabindex="0"><code', 1)


def _number(token: Token) -> int:
    return int(token.meta["id"]) + 1


def _reference(token: Token) -> str:
    repetition: Any = token.meta.get("subId", 0)
    return f"{_number(token)}:{repetition}" if repetition > 0 else str(_number(token))
