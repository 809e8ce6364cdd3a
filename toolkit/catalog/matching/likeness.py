"""How alike two texts are, by the words they share in order and by their letters."""

from __future__ import annotations

from rapidfuzz.distance import Indel, LCSseq, Levenshtein

from toolkit.catalog.matching.words import Text

SHORT = 80
"""Texts up to so many letters are compared by letters too: a corrected letter is a small change."""
CHANCE = 0.3
"""What two words that have nothing to do with each other share in letters."""
DOUBT = 0.5
"""Two texts of four words that differ in one are as likely of one pattern as of one origin."""
MOST = 0.99
"""The likeness of texts of the same words that differ in case, signs or the middle of a very long text."""


def likeness(first: Text, second: Text) -> float:
    """Return 0 for texts that share nothing, 1 for equal ones only.

    It is the share of words that stand in both in the same order. Unrelated prose of 15 words or more reaches
    0.36 once in a thousand pairs, neighbours in one document once in fifty.
    """
    if first.text == second.text:
        return 1.0
    found = Indel.normalized_similarity(first.words, second.words)
    if found < MOST and len(first.letters) <= SHORT and len(second.letters) <= SHORT and first.letters:
        letters = Levenshtein.normalized_similarity(first.letters, second.letters)
        found = max(found, (letters - CHANCE) / (1 - CHANCE))
    return min(found, MOST)


def shared(first: Text, second: Text) -> int:
    """Return how many words two texts share in order."""
    return LCSseq.similarity(first.words, second.words)


def doubt(text: Text) -> float:
    """Return how much more likeness a text needs without evidence of place: the shorter it is, the more."""
    return DOUBT / max(1, len(text.words))
