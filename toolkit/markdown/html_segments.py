"""The texts of a block of raw HTML: its runs of words with the tags in them, and what attributes say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from toolkit.markdown.html_attributes import attribute_text, readable_attributes, untranslated
from toolkit.markdown.html_runs import HtmlRun, Piece, visible_letter
from toolkit.markdown.html_spaces import WHITE_SPACE, folded
from toolkit.markdown.html_tokens import VOID, HtmlKind, HtmlToken, html_tokens
from toolkit.model.segment import Encoding

INLINE: Final = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "img", "ins", "kbd", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""Elements that stand within a sentence; every other tag ends one."""

_CODE: Final = frozenset(("code", "samp", "tt", "var"))
_COPIED: Final = frozenset(("pre", "svg", "math"))
_FOREIGN: Final = frozenset(("svg", "math"))


@dataclass(frozen=True, slots=True)
class HtmlPiece:
    """A text of a block of HTML, as a range of offsets."""

    start: int
    stop: int
    text: str
    """The msgid."""
    attribute: str = ""
    """Name of the attribute that it is the value of, or nothing."""
    quoted: bool = True
    """Whether that value stands in quotes."""


def html_pieces(html: str, inside: tuple[str, int] = ("", 0)) -> tuple[HtmlPiece, ...]:
    """Return the texts of a block of HTML that hold a letter, in order.

    White space folds as in HTML.  Scripts, styles, comments, ``pre``, ``textarea``, drawings and what the
    author marks with ``translate="no"`` or the class ``notranslate`` are copied; an element that does not
    end in its block holds the rest of it.  ``inside`` is the name of an element to copy that is open where
    the block begins, and how many of that name are.
    """
    walk = _Walk(html, kept=inside[0], depth=inside[1], copying=bool(inside[0]))
    for token in html_tokens(html):
        walk.take(token)
    walk.flush()
    return tuple(sorted(walk.found, key=lambda piece: piece.start))


def says(text: str, piece: HtmlPiece) -> bool:
    """Tell whether a letter to translate is left of the text of a piece."""
    if piece.attribute or text == piece.text:
        return any(map(str.isalpha, text))
    tokens = ((text[t.start : t.stop], t.kind) for t in html_tokens(text))
    return any(kind is HtmlKind.TEXT and visible_letter(written) for written, kind in tokens)


def html_encoding(html: str, piece: HtmlPiece) -> Encoding:
    """Return how a text becomes source where a piece of a block stands."""
    if piece.attribute:
        return Encoding.HTML_ATTRIBUTE if piece.quoted else Encoding.HTML_UNQUOTED
    # A block of HTML is indented by three spaces at most.
    if piece.start > 3 or html[piece.start] != "<" or html[: piece.start].strip():
        return Encoding.HTML_TEXT
    tag = next(html_tokens(html[piece.start : piece.stop]))
    rest = html[piece.start + tag.stop : piece.stop]
    return Encoding.HTML_OPENING if "\n" in rest[: len(rest) - len(rest.lstrip())] else Encoding.HTML_TEXT


@dataclass(slots=True)
class _Walk:
    """One pass over the pieces of a block: where a run begins and ends, and what is copied."""

    html: str
    found: list[HtmlPiece] = field(default_factory=list)
    run: list[Piece] = field(default_factory=list)
    """Tags and texts of the run so far, each with whether it is left alone."""
    kept: str = ""
    """Name of the element whose content is left alone, if one is open."""
    depth: int = 0
    copying: bool = False
    """Whether that element is no part of a sentence."""

    def take(self, token: HtmlToken) -> None:
        """Take the next piece of the block."""
        inline = token.kind is HtmlKind.TEXT or (
            token.name in INLINE and token.kind in (HtmlKind.START, HtmlKind.END)
        )
        if self.kept:
            self._inside(token, inline)
        elif inline:
            alone = token.kind is HtmlKind.START and untranslated(self.html, token)
            self.run.append((token, alone))
            if token.kind is HtmlKind.START and token.name not in VOID and (alone or token.name in _CODE):
                self.kept, self.depth, self.copying = token.name, 1, False
        else:
            self.flush()
            if token.kind is HtmlKind.START:
                alone = untranslated(self.html, token)
                if not alone:
                    self._attributes(token)
                empty = token.name in VOID or (token.closed and token.name in _FOREIGN)
                if (alone or token.name in _COPIED) and not empty:
                    self.kept, self.depth, self.copying = token.name, 1, True

    def _inside(self, token: HtmlToken, inline: bool) -> None:
        if token.name == self.kept:
            self.depth += 1 if token.kind is HtmlKind.START else -1 if token.kind is HtmlKind.END else 0
        if not self.copying:
            if inline:
                self.run.append((token, True))
            else:  # code or a marked text that holds more than a part of a sentence
                self.flush()
                self.copying = True
        if not self.depth:
            self.kept = ""

    def flush(self) -> None:
        """End a run: its words are one text, and where it has none, its attributes stand alone."""
        run = HtmlRun(self.html, self.run)
        self.run = []
        run.trim()
        if run.has_letter():
            start, stop = run.range()
            self.found.append(HtmlPiece(start, stop, folded(self.html[start:stop])))
            outside = run.outside
        else:
            outside = run.tokens
        for token, alone in outside:
            if token.kind is HtmlKind.START and not alone:
                self._attributes(token)

    def _attributes(self, tag: HtmlToken) -> None:
        for attribute in readable_attributes(self.html, tag):
            written = self.html[attribute.start : attribute.stop]
            text = attribute_text(written)
            if any(map(str.isalpha, text)):
                start = attribute.start + len(written) - len(written.lstrip(WHITE_SPACE))
                stop = start + len(written.strip(WHITE_SPACE))
                self.found.append(HtmlPiece(start, stop, text, attribute.name, bool(attribute.quote)))
