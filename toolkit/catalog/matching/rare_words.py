"""An index of texts by their rarest words, which finds the few that are worth a comparison."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from toolkit.catalog.matching.words import Text, terms

MOST_TERMS = 12
"""So many of a text's rarest words are looked up."""
MOST_OWNERS = 40
"""A word of more texts than this tells too little."""
MOST_FOUND = 8


class RareWords:
    """Which texts hold a word; texts are known by number."""

    def __init__(self, texts: Iterable[tuple[int, Text]]) -> None:
        owners: dict[str, list[int]] = {}
        for number, text in texts:
            for term in terms(text.words):
                owners.setdefault(term, []).append(number)
        self._owners = owners

    def candidates(self, text: Text) -> list[int]:
        """Return the few texts that share the most and rarest words with one, the best first."""
        owners = self._owners
        known = sorted(
            [
                (len(owners[term]), term)
                for term in terms(text.words)
                if term in owners and len(owners[term]) <= MOST_OWNERS
            ]
        )
        weights: dict[int, float] = {}
        for count, term in known[:MOST_TERMS]:
            for number in owners[term]:
                weights[number] = weights.get(number, 0.0) + 1 / (1 + count)
        return sorted(weights, key=lambda number: (-weights[number], number))[:MOST_FOUND]

    def overlap(self, first: Text, second: Text) -> float:
        """Return the share of words that two texts have in common in any order; rare words count more."""
        ours, theirs = terms(first.words), terms(second.words)
        whole = self._weight(ours) + self._weight(theirs)
        return 2 * self._weight(ours & theirs) / whole if whole else 0.0

    def contained(self, part: Text, whole: Text) -> float:
        """Return the share of a text's words that another text holds in any order; rare words count more."""
        ours = terms(part.words)
        weight = self._weight(ours)
        return self._weight(ours & terms(whole.words)) / weight if weight else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        # Sorted, for the last digit of a sum depends on its order.
        return sum([1 / (1 + log(max(1, len(self._owners.get(word, ()))))) for word in sorted(words)])
