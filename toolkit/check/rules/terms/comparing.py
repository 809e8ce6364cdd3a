"""Texts of two entries as they are compared, and as they are shown beside each other."""

from __future__ import annotations

from toolkit.check.glossary.words import folded, plain_words

_SHOWN = 60


def letters(text: str) -> str:
    """Return the words of a text without case, accents, punctuation, markup and numbers."""
    return " ".join(folded(word) for word in plain_words(text) if not word.isdecimal())


def shown(text: str) -> str:
    """Return a text in quotation marks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _SHOWN else f'"{line[: _SHOWN - 1].rstrip()}…"'
