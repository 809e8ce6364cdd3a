"""Where a text uses any of many phrases: whole words, the longest phrase first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from toolkit.check.glossary.words import Word, plain_words, words_of

_BETWEEN = re.compile(r"[\s\u00a0*_~\[\]'’‐‑-]{0,6}")
_JOINING = frozenset("-‐‑_.:@")
"""Between letters they make one word or name of two: ``anti-inflammatory``, ``lib.rs``, ``std::vec``."""
_PLURALS = (("is", "es"), ("us", "i"), ("um", "a"), ("on", "a"), ("a", "ae"), ("x", "ces"), ("f", "ves"))
"""Plurals that English has from Latin, Greek and Old English: diagnoses, nuclei, bacteria, criteria."""


class Phrase(NamedTuple):
    """A phrase to look for."""

    text: str
    exact: bool = False
    """Whether its capitals are part of it; those within a word always are: MSC, iPhone."""


class Use(NamedTuple):
    """A place at which a text uses a phrase."""

    number: int
    """Which phrase, as a position in the index's phrases."""
    start: int
    stop: int


class _Node:
    __slots__ = ("ends", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, _Node] = {}
        self.ends: list[_End] = []


class _End(NamedTuple):
    number: int
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    head: str
    tail: str
    exact: tuple[bool, ...]
    last: frozenset[str]
    """The forms of the last word."""


class PhraseIndex:
    """Phrases as a tree of their words: a text is read once, however many phrases there are."""

    def __init__(self, phrases: Iterable[Phrase], *, english: bool) -> None:
        self._root = _Node()
        for number, phrase in enumerate(phrases):
            self._add(number, phrase, english)
        self._first = self._root.steps.keys()

    def uses(self, text: str) -> tuple[Use, ...]:
        """Return the uses of phrases in a text, in its order; none overlaps another."""
        if self._first.isdisjoint(plain_words(_lowered(text))):
            return ()
        return tuple(self._uses(text, words_of(text)))

    def _uses(self, text: str, words: tuple[Word, ...]) -> Iterator[Use]:
        at = 0
        while at < len(words):
            found = self._longest(text, words, at)
            if found is None:
                at += 1
                continue
            number, length = found
            yield Use(number, words[at].start, words[at + length - 1].stop)
            at += length

    def _longest(self, text: str, words: tuple[Word, ...], at: int) -> tuple[int, int] | None:
        node, found = self._root, None
        for place in range(at, len(words)):
            step = node.steps.get(_lowered(words[place].text))
            if step is None:
                break
            node = step
            run = words[at : place + 1]
            for end in node.ends:
                if _fits(text, run, end):
                    found = end.number, len(run)
                    break
        return found

    def _add(self, number: int, phrase: Phrase, english: bool) -> None:
        words = words_of(phrase.text)
        if not words:
            return
        texts = tuple(word.text for word in words)
        gaps = tuple(phrase.text[one.stop : two.start] for one, two in pairwise(words))
        exact = tuple(text != text.lower() and (phrase.exact or _inner_capitals(text)) for text in texts)
        last = number_forms(texts[-1]) if english else frozenset((texts[-1],))
        if not exact[-1]:
            last = frozenset(map(_lowered, last))
        head, tail = phrase.text[: words[0].start].strip(), phrase.text[words[-1].stop :].strip()
        end = _End(number, texts, gaps, head, tail, exact, last)
        node = self._root
        for text in texts[:-1]:
            node = node.steps.setdefault(_lowered(text), _Node())
        for form in dict.fromkeys(map(_lowered, sorted(last))):
            node.steps.setdefault(form, _Node()).ends.append(end)


def number_forms(word: str) -> frozenset[str]:
    """Return what an English word can be in the singular and the plural, itself included."""
    forms = {word, f"{word}s"}
    if len(word) > 2:
        if word.endswith(("s", "x", "z", "ch", "sh", "o")):
            forms.add(f"{word}es")
        if word.endswith("y"):
            forms.add(f"{word[:-1]}ies")
        if word.endswith("ies"):
            forms.add(f"{word[:-3]}y")
        elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
            forms |= {word[:-2], word[:-1]}
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            forms.add(word[:-1])
    if len(word) > 4:
        forms |= {word.removesuffix(one) + many for one, many in _PLURALS if word.endswith(one)}
    return frozenset(forms)


def _fits(text: str, run: tuple[Word, ...], end: _End) -> bool:
    """Tell whether a run of words with the phrase's words is a use of it: its capitals, what is around."""
    *before, last = run
    for have, want, exact in zip(before, end.words, end.exact, strict=False):
        if exact and have.text != want:
            return False
    if (last.text if end.exact[-1] else _lowered(last.text)) not in end.last:
        return False
    for (one, two), gap in zip(pairwise(run), end.gaps, strict=True):
        between = text[one.stop : two.start]
        if between != gap and not (_BETWEEN.fullmatch(gap) and _BETWEEN.fullmatch(between)):
            return False
    start, stop = run[0].start, last.stop
    if not (text.endswith(end.head, 0, start) and text.startswith(end.tail, stop)):
        return False
    return not (
        _joined(text, start - len(end.head) - 1, -1)
        or _joined(text, stop + len(end.tail), 1)
        or (not end.tail and text[stop : stop + 1] in ("+", "#"))
    )


def _joined(text: str, at: int, way: int) -> bool:
    """Tell whether the character at a place joins a word with another one beyond it."""
    if not 0 <= at < len(text) or text[at] not in _JOINING:
        return False
    beyond = at + way
    if 0 <= beyond < len(text) and text[beyond] == ":" == text[at]:
        beyond += way
    return 0 <= beyond < len(text) and text[beyond].isalnum()


def _inner_capitals(word: str) -> bool:
    return word[1:] != word[1:].lower() or (len(word) > 0 and word.isupper() and word.lower() != word)


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if lowered.isascii() else unicodedata.normalize("NFC", lowered)
