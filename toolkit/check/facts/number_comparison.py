"""Which numbers of a source text a translation lacks, and which it has that are not of the source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from toolkit.check.facts.fact_text import fact_text
from toolkit.check.facts.numerals import Numeral, numerals
from toolkit.check.facts.scaled import scaled_values
from toolkit.check.facts.spelled_numbers import says
from toolkit.check.text_view import TextView

MOST = 400
"""Numbers up to which all their meanings are weighed; a text with more is data."""
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_MINUTES = re.compile(r"[0-9][:.h][0-9]{2}$")


class Comparison(NamedTuple):
    """The numbers that have no equal on the other side, in order."""

    missing: tuple[Numeral, ...] = ()
    extra: tuple[Numeral, ...] = ()


_SAME = Comparison()


@lru_cache(maxsize=8)
def compare_numbers(source: TextView, translation: TextView) -> Comparison:
    """Return the numbers of a source text and a translation that have no equal on the other side.

    Order is free.  What can mean the same is the same: in figures of either locale, in words, with a word
    for a million, as the name of a month, on a clock of twelve hours.
    """
    ours, theirs = source.of(numerals), translation.of(numerals)
    if sorted(one.written for one in ours) == sorted(one.written for one in theirs):
        return _SAME
    missing, extra = list(ours), list(theirs)
    _cancel(missing, extra, lambda one: (one.written,), lambda one: (one.written,))
    for pick in (_first, _single):
        _cancel(missing, extra, pick, pick)
    if len(missing) + len(extra) <= MOST:
        if missing and extra:
            _cancel(missing, extra, _around(source), _around(translation))
        _split(missing, extra)
        _split(extra, missing)
        missing = [one for one in missing if not _said(one, source, translation)]
        extra = [one for one in extra if not _said(one, translation, source)]
    return Comparison(tuple(missing), tuple(extra))


def _first(one: Numeral) -> Iterable[str]:
    return one.readings[0] if len(one.readings[0]) == 1 else ()


def _single(one: Numeral) -> Iterable[str]:
    return (reading[0] for reading in one.readings if len(reading) == 1)


def _around(view: TextView) -> Callable[[Numeral], Iterable[str]]:
    text, language = view.of(fact_text), view.locale.language

    def meanings(one: Numeral) -> Iterable[str]:
        own = tuple(_single(one))
        if not own:
            return ()
        return (*own, *scaled_values(text, one.start, one.stop, own, language))

    return meanings


def _cancel(
    ours: list[Numeral],
    theirs: list[Numeral],
    our_meanings: Callable[[Numeral], Iterable[str]],
    their_meanings: Callable[[Numeral], Iterable[str]],
) -> None:
    """Take out of both lists what means the same."""
    if not ours or not theirs:
        return
    at: dict[str, list[int]] = defaultdict(list)
    for index in range(len(theirs) - 1, -1, -1):
        for value in their_meanings(theirs[index]):
            at[value].append(index)
    gone: set[int] = set()
    left: list[Numeral] = []
    for one in ours:
        for value in our_meanings(one):
            indexes = at.get(value, [])
            while indexes and indexes[-1] in gone:
                indexes.pop()
            if indexes:
                gone.add(indexes.pop())
                break
        else:
            left.append(one)
    ours[:] = left
    theirs[:] = [one for index, one in enumerate(theirs) if index not in gone]


def _split(whole: list[Numeral], parts: list[Numeral]) -> None:
    """Take out the numbers that are lists on the other side: ``10,20`` and ``10, 20``."""
    for one in list(whole):
        for values in one.readings:
            if len(values) < 2 or len(values) > 6:
                continue
            found: list[Numeral] = []
            for value in values:
                match = next((p for p in parts if p not in found and p.value == value), None)
                if match is None:
                    break
                found.append(match)
            else:
                whole.remove(one)
                for part in found:
                    parts.remove(part)
                break


def _said(one: Numeral, here: TextView, there: TextView) -> bool:
    text = here.of(fact_text)
    if one.written in ("00", "0") and _MINUTES.search(text, max(0, one.start - 3), one.stop):
        return True
    if text[one.stop : one.stop + 2] in ("世纪", "世紀", "세기"):
        return True
    return one.written in there.of(_elsewhere) or any(says(there, value) for value in _around(here)(one))


def _elsewhere(view: TextView) -> frozenset[str]:
    """Return the digits of a text that are none of its numbers: in code, addresses and names."""
    return frozenset(
        (Counter(_DIGITS.findall(view.text)) - Counter(one.written for one in view.of(numerals))).keys()
    )
