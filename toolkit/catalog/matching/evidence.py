"""What speaks for each old message as the ancestor of a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from toolkit.catalog.matching.alignment import in_order
from toolkit.catalog.matching.likeness import doubt, likeness, shared
from toolkit.catalog.matching.place import Place
from toolkit.catalog.matching.rare_words import RareWords
from toolkit.catalog.matching.runs import Run
from toolkit.catalog.matching.words import Vocabulary

ANYWHERE = 0.7
"""The likeness needed without any evidence of place."""
LEAST_ELSEWHERE = 0.5
"""What is less alike in order is not looked at further."""
ELSEWHERE = 0.7
"""What a margin without evidence of place counts."""
SAME_FILE = 0.64
SAME_HEADING = 0.56
AWAY = 0.6
"""The likeness needed to a text that stood here and now stands elsewhere."""
MOST_AWAY = 4
OTHER_KIND = 0.1
"""So much more is needed of a heading that shall have been a paragraph."""
ONE_SIDE = 0.1
"""So much more is needed where only one neighbour stayed."""
ORDER = 0.1
"""What standing in order with the other pairs of a place adds."""
SURE = 0.6
"""A new message with such a margin in its place is not looked for elsewhere."""
FEWEST_WORDS = 3
"""A text that shares fewer words with another is not recognized elsewhere."""
PART_WORDS = 6
"""Parts of fewer words are not told from chance."""
PART = 0.75
"""A part of a split or joined text shares so much of itself with the whole, by count and by rare words."""


class Evidence:
    """Likeness and margins of pairs: an index into the old messages, an index into the new ones.

    The margin says how far a pair's likeness is above what its place needs, from 0 to 1 (a little more for
    pairs in order).
    """

    def __init__(
        self,
        old: Sequence[Place],
        new: Sequence[Place],
        usable: Collection[int],
        free: Iterable[int],
        wanted: Iterable[int],
    ) -> None:
        """``free`` are the old messages that no new one is; only ``usable`` ones are offered elsewhere."""
        self._vocabulary = vocabulary = Vocabulary()
        self.margins: dict[tuple[int, int], float] = {}
        self._places = old, new
        self._usable = frozenset(usable)
        self._olds = {i: vocabulary.text(old[i].key.text) for i in free}
        self._news = {j: vocabulary.text(new[j].key.text) for j in wanted}
        self._index = RareWords(self._olds.items())
        self._known: dict[tuple[int, int], float] = {}
        self._near: dict[int, list[int]] = {}
        self._sure: dict[int, float] = {}
        self._beside: dict[int, set[int]] = {}

    def likeness(self, i: int, j: int) -> float:
        """Return how alike an old and a new message are."""
        found = self._known.get((i, j))
        if found is None:
            found = self._known[i, j] = likeness(self._olds[i], self._news[j])
        return found

    def weigh_place(self, run: Run) -> None:
        """Weigh the pairs of a place: the smaller it is, the less likeness they need."""
        count = len(run.new) * len(run.old)
        needed = 0.36 if count == 1 else 0.4 if count <= 4 else 0.45 if count <= 16 else 0.5
        pairs = self._pairs(run)
        for i, j in pairs:
            self._beside.setdefault(j, set()).add(i)
            self._weigh(i, j, self.likeness(i, j), needed + (0.0 if run.between else ONE_SIDE))
        for i in run.away:
            if i in self._usable:
                self._olds[i] = self._vocabulary.text(self._places[0][i].key.text)
                for j in run.new[:MOST_AWAY]:
                    self._weigh(i, j, self.likeness(i, j), AWAY)
        worth: Mapping[tuple[int, int], float] = {
            pair: self.margins[pair] for pair in pairs if pair in self.margins
        }
        if count > 1 and run.small and worth:
            for pair in in_order(run.old, run.new, worth):
                self.margins[pair] += ORDER

    def weigh_elsewhere(self, j: int) -> None:
        """Weigh the old messages that share rare words with a new one, wherever they stood.

        None is looked for where the place holds one that is much alike: weigh the places first.
        """
        if self._sure.get(j, 0.0) >= SURE:
            return
        new = self._news[j]
        for i in self._candidates(j):
            if i not in self._usable or (i, j) in self.margins or self.likeness(i, j) < LEAST_ELSEWHERE:
                continue
            old = self._olds[i]
            if shared(old, new) >= FEWEST_WORDS:
                alike = (self.likeness(i, j) + self._index.overlap(old, new)) / 2
                self._weigh(i, j, alike, self._needed_elsewhere(i, j) + doubt(new), ELSEWHERE)

    def part(self, j: int, taken: Collection[int]) -> int | None:
        """Return the old message in the place of a new one that was split into it and others, or joined."""
        found = []
        new = self._news[j]
        for i in self._beside.get(j, ()):
            old = self._olds[i]
            # An old message that has its descendant can still be split; it cannot be joined into two.
            short, long = (new, old) if i in taken or len(new.words) <= len(old.words) else (old, new)
            count = shared(old, new)
            if (
                count >= max(PART_WORDS, PART * len(short.words))
                and self._index.contained(short, long) >= PART
            ):
                found.append((-count, i))
        return min(found)[1] if found else None

    def _pairs(self, run: Run) -> list[tuple[int, int]]:
        if run.small:
            return [(i, j) for i in run.old for j in run.new]
        # What stands as far from either end, and what shares rare words.
        members = frozenset(run.old)
        shift = len(run.old) - len(run.new)
        pairs = []
        for place, j in enumerate(run.new):
            near = {place + step + way for way in (0, shift) for step in (-1, 0, 1)}
            olds = {run.old[at] for at in near if 0 <= at < len(run.old)}
            pairs += [(i, j) for i in sorted(olds.union(members.intersection(self._candidates(j))))]
        return pairs

    def _candidates(self, j: int) -> list[int]:
        found = self._near.get(j)
        if found is None:
            found = self._near[j] = self._index.candidates(self._news[j])
        return found

    def _needed_elsewhere(self, i: int, j: int) -> float:
        old, new = self._places[0][i], self._places[1][j]
        if not old.file or old.file != new.file:
            return ANYWHERE
        return SAME_HEADING if old.heading and old.heading == new.heading else SAME_FILE

    def _weigh(self, i: int, j: int, alike: float, needed: float, weight: float = 1.0) -> None:
        old, new = (
            self._places[0][i].kind.rstrip(" 0123456789"),
            self._places[1][j].kind.rstrip(" 0123456789"),
        )
        if old and new and old != new:
            needed += OTHER_KIND
        if alike >= needed:
            margin = weight * (alike - needed) / (1 - needed)
            self.margins[i, j] = max(self.margins.get((i, j), 0.0), margin)
            self._sure[j] = max(self._sure.get(j, 0.0), margin)
