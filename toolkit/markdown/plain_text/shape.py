"""What the shape of one line of plain text says: heading, end of a sentence, term with its definition."""

from __future__ import annotations

import re

from toolkit.markdown.plain_text.lines import columns

_QUESTION = "?？؟;՞፧"
_SENTENCE_END = _QUESTION + ".!…。！．｡۔।॥።။៕։"
_COLON = ":：﹕፦"
_PAUSE = ",，、､;；،؛፣"
_CLOSING = "\"'”’»›)]）」』】〉》*"
_TWO_SENTENCES = re.compile(r"[^\W\d_]{4}[.!?؟۔।]\S?\s+[^\W\d_]|。.")
_GLOSSARY = re.compile(r"[^:：.。!?]{1,60}(?::\s|：)\s*\S")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@\S+\.)\S*")
# Chinese and Japanese letters, their punctuation, and full-width forms.
_HAN_OR_KANA = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_FURNITURE = frozenset(
    {"ad", "advertisement", "menu", "print", "read more", "share", "share this article", "sign in"}
    | {"share this", "share this page", "skip to content", "skip to main content", "subscribe", "tweet"}
)


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, in any script; closing quotes do not hide it."""
    return _last(text) in _SENTENCE_END


def ends_with_question(text: str) -> bool:
    """Return whether a text ends with a question mark."""
    return _last(text) in _QUESTION


def ends_with_colon(text: str) -> bool:
    """Return whether a text ends with a colon."""
    return _last(text) in _COLON


def starts_lower(text: str) -> bool:
    """Return whether the first letter is a lower-case one, so that the line seems to go on."""
    return text[:1].islower()


def starts_uncased(text: str) -> bool:
    """Return whether a text begins in a script without capital letters."""
    return text[:1].isalpha() and text[:1].lower() == text[:1].upper()


def is_short(text: str) -> bool:
    """Return whether a line could be a label of some kind: short, one phrase, no final punctuation."""
    return (
        columns(text) <= 80
        and len(text.split()) <= 14
        and any(character.isalpha() for character in text)
        and (not ends_sentence(text) or ends_with_question(text))
        and _last(text) not in _COLON + _PAUSE
        and not _TWO_SENTENCES.search(text)
        and not _ADDRESS.fullmatch(text)
    )


def is_heading_like(text: str) -> bool:
    """Return whether a line could be a section heading."""
    return is_short(text) and not starts_lower(text)


def is_title_like(text: str) -> bool:
    """Return whether the first block of a text could be its title; titles may be longer than headings."""
    return (
        columns(text) <= 160
        and len(text.split()) <= 28
        and (_last(text) in _QUESTION + "!！" or not ends_sentence(text))
        and _last(text) not in _COLON + _PAUSE
        and not _TWO_SENTENCES.search(text)
        and not _ADDRESS.fullmatch(text)
        and any(character.isalnum() for character in text)
    )


def is_capitals(text: str) -> bool:
    """Return whether all letters of a text are capitals, and there are at least two."""
    return text.isupper() and sum(character.isalpha() for character in text) > 1


def is_glossary(text: str) -> bool:
    """Return whether a text has the form ``Term: definition``."""
    return _GLOSSARY.match(text) is not None


def is_furniture(text: str) -> bool:
    """Return whether a line is a button or label of a web page; known for English only."""
    return text.strip(" :").lower() in _FURNITURE


def between(first: str, second: str) -> str:
    """Return what joins two lines of one paragraph: no space between Chinese or Japanese letters."""
    if _HAN_OR_KANA.match(first[-1]) and _HAN_OR_KANA.match(second[0]):
        return ""
    return "" if splits_word(first, second) else " "


def splits_word(first: str, second: str) -> bool:
    """Return whether a line ends with a hyphen inside a word that the next line completes."""
    return first[-1] in "-\u2010" and first[-2:-1].isalpha() and starts_lower(second)


def _last(text: str) -> str:
    return text.rstrip(_CLOSING)[-1:] or text[-1:] or " "
