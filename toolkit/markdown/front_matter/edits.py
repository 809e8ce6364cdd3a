"""Translations in the places of front matter values, and nothing else of it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.errors import SourceError
from toolkit.markdown.front_matter.cut import FrontMatter, cut_front_matter
from toolkit.markdown.front_matter.syntax import Disagreement, Reading, Unreadable
from toolkit.markdown.splice import splice

Edited = tuple[str, frozenset[int]]


def with_translations(text: str, front: FrontMatter, texts: Mapping[int, str]) -> Edited:
    """Return a document up to its body with texts written over the scalars that begin at the given offsets.

    Second come the offsets whose texts do not fit.  What is written is read back: every text is the
    whole value of its scalar, all other values are the old ones, and the front matter ends where it did.
    """
    try:
        edits = _Edits(text[front.start : front.stop], front, texts)
    except (Unreadable, Disagreement):
        return text[: front.body], frozenset(texts)
    edits.place(sorted(edits.texts))
    head = text[: front.start] + edits.written({}) + text[front.stop : front.body]
    if not _same_place(head, front):
        return text[: front.body], frozenset(texts)
    return head, frozenset(texts) - {front.start + edits.before.scalars[n].start for n in edits.accepted}


class _Edits:
    """Places texts, all together where they fit, else half by half."""

    READINGS = 60
    """How often the front matter may be read in search of the texts that need another spelling."""
    LEAST = 200_000
    """Characters that may be read for short front matter."""

    def __init__(self, source: str, front: FrontMatter, texts: Mapping[int, str]) -> None:
        self.source = source
        self.syntax = front.syntax
        self.before: Reading = self.syntax.read(source)
        self.texts = {
            number: texts[front.start + scalar.start]
            for number, scalar in enumerate(self.before.scalars)
            if front.start + scalar.start in texts
        }
        self.accepted: dict[int, str] = {}
        self.budget = max(self.LEAST, self.READINGS * len(source))

    def place(self, numbers: Sequence[int]) -> None:
        spellings = {number: self.spellings(number) for number in numbers}
        if not numbers or self.fits({number: spellings[number][0] for number in numbers}):
            return
        if self.budget < 0 or len(numbers) == 1:
            for choice in range(1, len(spellings[numbers[0]])) if len(numbers) == 1 else (-1,):
                if self.fits({number: spellings[number][choice] for number in numbers}):
                    return
            return
        half = len(numbers) // 2
        self.place(numbers[:half])
        self.place(numbers[half:])

    def spellings(self, number: int) -> tuple[str, ...]:
        scalar = self.before.scalars[number]
        return tuple(self.syntax.spellings(self.source, scalar, self.texts[number]))

    def fits(self, tried: Mapping[int, str]) -> bool:
        """Tell whether texts can stand there so spelled; from then on they do."""
        written = self.written(tried)
        self.budget -= len(written)
        try:
            after = self.syntax.read(written)
        except (Unreadable, Disagreement):
            return False
        if after.rest != self.before.rest or len(after.scalars) != len(self.before.scalars):
            return False
        for number, (old, new) in enumerate(zip(self.before.scalars, after.scalars, strict=True)):
            edited = number in tried or number in self.accepted
            same = new.text == self.texts[number] if edited else new.value == old.value
            if not same or (old.tag, old.path) != (new.tag, new.path):
                return False
        self.accepted.update(tried)
        return True

    def written(self, tried: Mapping[int, str]) -> str:
        spelled = {**self.accepted, **tried}
        scalars = self.before.scalars
        edits = [((scalars[n].start, scalars[n].stop), spelled[n]) for n in sorted(spelled)]
        return splice(self.source, edits)


def _same_place(head: str, front: FrontMatter) -> bool:
    try:
        found = cut_front_matter(head, 1 if head.startswith("\ufeff") else 0, "")
    except SourceError:
        return False
    return found is not None and found.encoding == front.encoding and found.body == len(head)
