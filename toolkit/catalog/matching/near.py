"""The text of a memory that is nearest to another, without regard to place."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.catalog.matching.ancestors import Ancestor
from toolkit.catalog.matching.likeness import doubt, likeness, shared
from toolkit.catalog.matching.rare_words import RareWords
from toolkit.catalog.matching.words import Vocabulary

NEEDED = 0.78
"""The likeness, by order of words and by rare words, of a text that is worth an offer."""
FEWEST_WORDS = 3


class NearTexts:
    """Texts that can be asked for the nearest one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._vocabulary = Vocabulary()
        self._texts = [self._vocabulary.text(text) for text in texts]
        self._index = RareWords(enumerate(self._texts))

    def best(self, text: str) -> Ancestor | None:
        """Return the most alike of the texts, the first of equals; none where no text is really alike.

        Texts that share fewer than three words are too short to tell.
        """
        sought = self._vocabulary.text(text)
        needed = NEEDED + doubt(sought)
        found = []
        for i in self._index.candidates(sought):
            near = self._texts[i]
            alike = likeness(near, sought)
            if (
                alike >= needed
                and shared(near, sought) >= FEWEST_WORDS
                and alike + self._index.overlap(near, sought) >= 2 * needed
            ):
                found.append((-alike, i))
        if not found:
            return None
        alike, i = min(found)
        return Ancestor(i, -alike)
