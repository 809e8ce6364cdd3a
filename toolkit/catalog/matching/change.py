"""What kind of change turned one msgid into another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final

from toolkit.catalog.matching.line_breaks import BLANKS, joined, spaced
from toolkit.catalog.matching.slots import SlotKind, between, slots
from toolkit.catalog.matching.typography import plain_typography


class Change(StrEnum):
    """Kinds of change, from the lightest to the gravest.

    The order is that of the harm a translation does that does not follow: nothing to see, a line that
    breaks elsewhere, another quotation mark, a link that leads astray (which readers notice), a command
    that does something else, a dose, another meaning.
    """

    WHITE_SPACE = "white space"
    """Runs of blanks of another length, also at both ends, where line breaks count as well."""
    WRAPPING = "wrapping"
    """Line breaks where there were spaces, or the other way round; none between Han or Kana."""
    TYPOGRAPHY = "typography"
    """Quotes, apostrophes, primes, dashes, ellipses, special spaces and the blanks around these."""
    LINK_TARGET = "link target"
    """Where links and images lead, by address or by reference label."""
    CODE = "code"
    """What stands in code spans."""
    NUMBER = "number"
    """Digits of any script, with their signs and separators."""
    WORDS = "words"
    """Anything else: words, their case, punctuation, markup, one link or code span more or less."""


_GRAVITY: Final = {change: rank for rank, change in enumerate(Change)}

_DIGIT = r"[\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u2189]"
# Apostrophes are quotes by now.  A blank or an apostrophe separates thousands only.
_NUMBER = re.compile(rf"(?:(?<!\w)-)?{_DIGIT}+(?:[.,\u00b7\u066b\u066c]{_DIGIT}+|[\" ]\d{{3}}(?!\d))*")
_RUN = re.compile(r"[ \t\v\f]+")
_ANY_BREAK = re.compile(r" ?(?:\r\n?|\n) ?")


def classify(old: str, new: str) -> Change:
    """Return what kind of change turned one msgid into another; of several the gravest.

    A number in a link target is a link target, in a code span code. Raises ``ValueError`` for equal texts.
    """
    if old == new:
        raise ValueError("equal texts: nothing changed")
    return max(_changes(old, new), key=_GRAVITY.__getitem__)


def _changes(old: str, new: str) -> Iterator[Change]:
    before, after = old.strip(BLANKS), new.strip(BLANKS)
    if before == after:
        yield Change.WHITE_SPACE
        return
    if len(before) != len(old) or len(after) != len(new):
        yield Change.WHITE_SPACE
    old_slots, new_slots = slots(before), slots(after)
    if [slot.kind for slot in old_slots] != [slot.kind for slot in new_slots]:
        yield Change.WORDS
        return
    for was, now in zip(between(before, old_slots), between(after, new_slots), strict=True):
        if was != now:
            yield _text_change(was, now)
    for one, other in zip(old_slots, new_slots, strict=True):
        was, now = before[one.start : one.stop], after[other.start : other.stop]
        if was != now:
            yield _slot_change(one.kind, was, now)


def _slot_change(kind: SlotKind, old: str, new: str) -> Change:
    # Lines are wrapped in code spans and labels too, where a break is a space (CommonMark 0.31, 4.7, 6.1).
    if kind in (SlotKind.CODE, SlotKind.LABEL) and spaced(old) == spaced(new):
        return Change.WRAPPING
    return Change.CODE if kind is SlotKind.CODE else Change.LINK_TARGET


def _text_change(old: str, new: str) -> Change:
    if _even(old) == _even(new):
        return Change.WHITE_SPACE
    # A break between Han characters stands for nothing or for a space: either may be meant.
    for change, form in _FORMS:
        if form(spaced(old)) == form(spaced(new)) or form(joined(old)) == form(joined(new)):
            return change
    return Change.WORDS


def _even(text: str) -> str:
    return _ANY_BREAK.sub("\n", _RUN.sub(" ", text))


def _plain(text: str) -> str:
    return plain_typography(_RUN.sub(" ", text))


def _without_numbers(text: str) -> str:
    return _NUMBER.sub("0", _plain(text))


_FORMS: Final[tuple[tuple[Change, Callable[[str], str]], ...]] = (
    (Change.WRAPPING, lambda text: _RUN.sub(" ", text)),
    (Change.TYPOGRAPHY, _plain),
    (Change.NUMBER, _without_numbers),
)
