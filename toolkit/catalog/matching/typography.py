"""Texts without the choices of a typesetter: which quotes, dashes and spaces."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_QUOTES: Final = (
    "'´ʹʺʻʼʽʾʿˈ‘’‚‛“”„‟′″‴‵‶‷⁗‹›«»❛❜❝❞❮❯〝〞〟「」『』"
    "\uff02\uff07\uff62\uff63\u2e42\U0001f676\U0001f677\U0001f678"
)
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Neither joiner: in Persian and Indian scripts they make another word.
_INVISIBLE: Final = "\u00ad\u200b\u200e\u200f\u2060\ufeff"

_TABLE: Final = {
    **{ord(quote): '"' for quote in _QUOTES},
    **{ord(dash): "-" for dash in _DASHES},
    **{ord(character): "" for character in _INVISIBLE},
    0x2026: "...",
    0x22EF: "...",
}
_SPACE = re.compile(f"[ {_SPACES}]+")
_TYPOGRAPHIC = re.compile(f'[{re.escape(_QUOTES + _DASHES + _INVISIBLE)}{_SPACES}"\u2026]')
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HYPHENS = re.compile(r"-{2,3}")
_DOTS = re.compile(r"\. \. \.")
# French sets a space in guillemets and before tall punctuation; dashes are spaced or not, signs never.
_AROUND = re.compile(r" ?(\"|\.\.\.|(?<! )-|(?<= )-(?!\d)) ?")
_BEFORE = re.compile(r" (?=[!?:;%])")


def plain_typography(text: str) -> str:
    """Return a text with ``"`` for every quote, ``-`` for every dash, ``...``, and ordinary spaces.

    Spaces around these and before ``! ? : ; %`` are left out; two texts that differ in typography only
    become equal. Character references are read where they stand for typography.
    """
    text = _REFERENCE.sub(_typographic, text) if "&" in text else text
    text = _HYPHENS.sub("-", _SPACE.sub(" ", text.translate(_TABLE)))
    return _BEFORE.sub("", _AROUND.sub(r"\1", _DOTS.sub("...", text)))


def _typographic(reference: re.Match[str]) -> str:
    character = unescape(reference[0])
    return character if _TYPOGRAPHIC.fullmatch(character) else reference[0]
