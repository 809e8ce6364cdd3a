"""A run of words and tags in raw HTML: how much of it is a sentence."""

from __future__ import annotations

import re

from markdown_it.common.entities import entities

from toolkit.markdown.html_attributes import readable_attributes
from toolkit.markdown.html_spaces import WHITE_SPACE
from toolkit.markdown.html_tokens import VOID, HtmlKind, HtmlToken

Piece = tuple[HtmlToken, bool]
"""A tag or a text of a run, and whether it is left alone: code, or what the author marks."""

_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|([a-zA-Z][a-zA-Z0-9]{1,31}));")


def visible_letter(text: str) -> bool:
    """Tell whether a letter stands in a text outside character references."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: "" if found[1] is None or found[1] in entities else found[0], text)
    return any(map(str.isalpha, text))


class HtmlRun:
    """A run of words and tags, and how much of its ends is no part of the sentence."""

    def __init__(self, html: str, tokens: list[Piece]) -> None:
        self.html = html
        self.tokens = tokens
        self.first = 0
        self.last = len(tokens) - 1
        self.partner = _partners(tokens)

    @property
    def outside(self) -> list[Piece]:
        """The pieces that were trimmed."""
        return self.tokens[: self.first] + self.tokens[self.last + 1 :]

    def range(self) -> tuple[int, int]:
        """Return where the sentence stands, without the white space around it."""
        start, stop = self.tokens[self.first][0].start, self.tokens[self.last][0].stop
        text = self.html[start:stop]
        return start + len(text) - len(text.lstrip(WHITE_SPACE)), start + len(text.rstrip(WHITE_SPACE))

    def has_letter(self) -> bool:
        """Tell whether a letter is to be translated, outside tags, references and what is left alone."""
        return any(
            token.kind is HtmlKind.TEXT and not alone and visible_letter(self.html[token.start : token.stop])
            for token, alone in self.tokens[self.first : self.last + 1]
        )

    def trim(self) -> None:
        """Leave out, at both ends, what says nothing there: see `_idle`; and tags around all the rest."""
        around = True
        while around:
            while self.first <= self.last and self._left():
                pass
            while self.first <= self.last and self._right():
                pass
            around = self._around()

    def _left(self) -> bool:
        token = self.tokens[self.first][0]
        partner = self.partner.get(self.first, -1)
        if self._idle(token) or token.kind is HtmlKind.END:
            self.first += 1
        elif self._hollow(self.first, partner):
            self.first = partner + 1
        else:
            return False
        return True

    def _right(self) -> bool:
        token = self.tokens[self.last][0]
        partner = self.partner.get(self.last, self.last)
        if self._idle(token) or (token.kind is HtmlKind.START and token.name not in VOID):
            self.last -= 1
        elif self._hollow(partner, self.last):
            self.last = partner - 1
        else:
            return False
        return True

    def _around(self) -> bool:
        if self.first < self.last and self.partner.get(self.first) == self.last:
            self.first += 1
            self.last -= 1
            return True
        return False

    def _idle(self, token: HtmlToken) -> bool:
        """Tell whether a piece is white space, a line break, or a picture that says nothing."""
        return self._white(token) or (
            token.kind is HtmlKind.START and token.name in VOID and not self._says(token)
        )

    def _says(self, tag: HtmlToken) -> bool:
        return any(
            any(map(str.isalpha, self.html[found.start : found.stop]))
            for found in readable_attributes(self.html, tag)
        )

    def _hollow(self, start: int, stop: int) -> bool:
        """Tell whether a start and an end tag hold nothing: an anchor, or an icon by a style sheet."""
        return stop == start + 1 or (stop == start + 2 and self._white(self.tokens[start + 1][0]))

    def _white(self, token: HtmlToken) -> bool:
        text = self.html[token.start : token.stop]
        return token.kind is HtmlKind.TEXT and not text.strip(WHITE_SPACE)


def _partners(tokens: list[Piece]) -> dict[int, int]:
    """Return which end tag belongs to which start tag of a run, and the other way round."""
    opened: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for number, (token, _) in enumerate(tokens):
        if token.kind is HtmlKind.START and token.name not in VOID:
            opened.setdefault(token.name, []).append(number)
        elif token.kind is HtmlKind.END and opened.get(token.name):
            start = opened[token.name].pop()
            found[start] = number
            found[number] = start
    return found
