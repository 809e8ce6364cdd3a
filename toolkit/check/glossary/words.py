"""The words of a text with their places, in every script, and the form in which words are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Scripts that put no space between words (UAX 14, line break classes ID, SA and their like), and Hangul,
# which writes particles and parts of compounds onto its words.  Each of their characters counts as a word.
UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u0f00\u0f20-\u0f33\u0f40-\u0fbc\u1000-\u1049\u1050-\u109f"
    "\u1100-\u11ff\u1780-\u17d3\u17e0-\u17e9\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uaa60-\uaa7f\uac00-\ud7fb"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# What ``\w`` leaves out of words: marks on and around letters (general categories Mn and Mc), joiners, SHY.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a75\u0a81-\u0a83\u0abc-\u0acd"
    "\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0d83\u0dca-\u0ddf\u200c\u200d"
)
_ASCII = re.compile(r"[A-Za-z0-9]+")
_SPACED = re.compile(rf"[\w{_MARKS}]+")
_ONE_UNSPACED = re.compile(rf"[{UNSPACED}]")
_MIXED = re.compile(rf"[{UNSPACED}]|(?:[^\W{UNSPACED}]|[{_MARKS}])+")
# Marks that some writers leave out: accents, the vowels of Hebrew and Arabic, tatweel; and joiners.
_OPTIONAL = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]+"
)
_POINTS = re.compile("[\u00ad\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670\u200c\u200d]+")
_ENTITY = re.compile(r"&#?\w{1,31};")


class Word(NamedTuple):
    """A word and where it stands."""

    text: str
    start: int
    stop: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in their order: runs of letters, marks and digits.

    An underscore parts words, as Markdown's emphasis does, and so does a reference to a character.
    """
    text = _without_entities(text)
    pattern = _pattern(text)
    return tuple(Word(match[0], match.start(), match.end()) for match in pattern.finditer(text))


def plain_words(text: str) -> list[str]:
    """Return the words of a text without their places."""
    text = _without_entities(text)
    return _pattern(text).findall(text)


def is_unspaced(text: str) -> bool:
    """Tell whether a text has characters of a script that puts no spaces between words."""
    return not text.isascii() and _ONE_UNSPACED.search(text) is not None


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return a word without case, accents, vowel points and compatibility forms, digits as 0 to 9."""
    if word.isascii():
        return word.lower()
    text = _OPTIONAL.sub("", unicodedata.normalize("NFKD", word.casefold()))
    text = unicodedata.normalize("NFC", text).replace("ı", "i")
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


@lru_cache(maxsize=65536)
def without_case(word: str) -> str:
    """Return a word without case and vowel points, its accents kept: how a forbidden variant is compared."""
    return _POINTS.sub("", unicodedata.normalize("NFC", word.casefold()))


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _ASCII
    return _MIXED if _ONE_UNSPACED.search(text) else _SPACED


def _without_entities(text: str) -> str:
    if "_" in text:
        text = text.replace("_", " ")
    if "&" in text:
        text = _ENTITY.sub(lambda match: " " * len(match[0]), text)
    return text
