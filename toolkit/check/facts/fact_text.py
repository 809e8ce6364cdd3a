"""A text as its facts are read: ASCII digits, entities read, placeholders and references blanked."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

from toolkit.check.text_view import FILLER, TextView

_DIGIT = re.compile(r"\d")
_SPECIAL = re.compile(r"[&{%\\]|\[\^|0x")
_CITED = re.compile(r"\[[0-9]|10\.[0-9]{4}|PM[IC]|NCT|ISRCTN|EudraCT|ISBN")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PLACEHOLDER = re.compile(
    r"\{[\w.:!, ]*\}|%\([\w ]+\)[#0 +-]*[0-9.]*[a-zA-Z]|%[0-9]+\$[-0-9.*$]*[a-z]*"
    r"|%[-+0#]*[0-9]*\.[0-9]+l?[dfeg]|%[-+0#]*[0-9]*l{0,2}[sdufgxi](?![A-Za-z])"
    r"|\\[0-9]|\[\^[^\]\n]*\]|\b0x[0-9A-Fa-f]+|&#[0-9]{2,5}(?![0-9;])"
)
CITED: Final = re.compile(
    r"(?P<doi>\b10\.[0-9]{4,9}/[-._;()/:\w]*[\w/])"
    r"|(?P<pubmed>\bPMID:?\s*[0-9]+|\bPMC[0-9]{4,})"
    r"|(?P<trial>\bNCT[0-9]{8}\b|\bISRCTN[0-9]{8}\b|\bEudraCT\s*[0-9-]{14})"
    r"|(?P<book>\bISBN(?:-1[03])?:?\s*[0-9][0-9 -]{8,15}[0-9Xx]\b)"
    r"|(?P<group>\[[0-9]{1,3}(?:\s*[,;–-]\s*[0-9]{1,3})*\](?![(\[:\ufffc]))"
)
"""Identifiers and numeric references: facts of their own, and no numbers."""


_NATIVE_DIGIT = re.compile(r"(?![0-9])\d")
_TABLE: Final = (
    {ord("₀") + n: str(n) for n in range(10)}
    | dict.fromkeys(map(ord, "−‐‑－﹣"), "-")
    | dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c"), " ")
    | {ord("μ"): "µ", ord("．"): ".", ord("％"): "%", ord("٪"): "%", ord("⁄"): "/", ord("∕"): "/"}
)
_TABLED = re.compile(f"[{''.join(map(chr, _TABLE))}]")


def has_digit(view: TextView) -> bool:
    """Tell whether a text has a digit of any script."""
    return _DIGIT.search(view.text) is not None


def fact_text(view: TextView) -> str:
    """Return the prose of a text as facts are read in it, as long as the text, so that offsets stay."""
    text = view.of(numbered_text)
    return CITED.sub(_blank, text) if may_cite(text) else text


def may_cite(text: str) -> bool:
    """Tell whether a text can hold an identifier or a numeric reference at all."""
    return _CITED.search(text) is not None


def numbered_text(view: TextView) -> str:
    """Return the same, with numeric references and identifiers still in it."""
    text = view.prose
    if not text.isascii():
        if _TABLED.search(text):
            text = text.translate(_TABLE)
        text = _NATIVE_DIGIT.sub(_ascii_digit, text)
    if _SPECIAL.search(text):
        text = _ENTITY.sub(_decoded, text)
        text = _PLACEHOLDER.sub(_blank, text)
    return text


def _ascii_digit(match: re.Match[str]) -> str:
    return str(unicodedata.digit(match[0]))


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


def _decoded(match: re.Match[str]) -> str:
    """Return what an entity stands for, at the right end of as many characters."""
    found = html.unescape(match[0])
    if len(found) != 1 or found.isspace():
        return "\u00a0" * len(match[0])
    return found.translate(_TABLE).rjust(len(match[0]))
