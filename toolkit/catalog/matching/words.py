"""Texts as sequences of words, one code point for each, so that comparing words is as quick as letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_LETTERS = 4000
"""A longer text is compared by its beginning and its end."""
MOST_WORDS = 400
"""So is a text of more words."""
FEW_WORDS = 24
"""A text of so many words is compared by its letters too."""

# Scripts written without spaces between words: each letter counts as a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# A link target is one word, however many names it holds.
_WORD = re.compile(rf"https?://[^\s<>()]+|(?<=\]\()[^\s<>()]+|[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_TARGET = re.compile(r"[^\w\u0e00-\U0003ffff]")
# The words of plain ASCII, three times as quick as by the pattern.
_SPACED = {code: chr(code).lower() if chr(code).isalnum() or chr(code) == "_" else " " for code in range(128)}

_FIRST = "\U00040000"
_NUMBERS = 0x10FFFF - 0x40000


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare."""

    text: str
    words: str
    """One character for each word."""
    letters: str
    """Where they are few, the words themselves without spaces, signs and link targets; else nothing."""


class _Codes(dict[str, str]):
    def __missing__(self, word: str) -> str:
        code = word
        if len(word) > 1 or not "\u0e00" <= word < _FIRST:
            # Beyond the last number words share numbers: that only makes texts look a little more alike.
            code = chr(ord(_FIRST) + len(self) % _NUMBERS)
        self[word] = code
        return code


class Vocabulary:
    """The words of many texts, numbered as they come."""

    def __init__(self) -> None:
        self._codes = _Codes()

    def text(self, text: str) -> Text:
        """Return a text with its words; case does not count, and a text without words consists of its signs.

        Letters of a script without spaces are words that stand for themselves.
        """
        ends = _shortened(text, MOST_LETTERS, " ")
        if ends.isascii() and "](" not in ends and "://" not in ends:
            found = named = ends.translate(_SPACED).split()
        else:
            found = _WORD.findall(ends.lower())
            named = [word for word in found if not _TARGET.search(word)] if len(found) <= FEW_WORDS else []
        words = "".join(map(self._codes.__getitem__, found or ends.split()))
        letters = "".join(named) if len(found) <= FEW_WORDS else ""
        return Text(text, _shortened(words, MOST_WORDS, ""), letters)


def terms(words: str) -> frozenset[str]:
    """Return what a text can be found by: its words, or pairs of letters in scripts without spaces."""
    if not words or min(words) >= _FIRST:
        return frozenset(words)
    return frozenset(
        [word if word >= _FIRST else words[place : place + 2] for place, word in enumerate(words)]
    )


def _shortened(text: str, most: int, between: str) -> str:
    return text if len(text) <= most else f"{text[: most // 2]}{between}{text[-most // 2 :]}"
