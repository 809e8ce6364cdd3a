"""How a text ends: the last mark that a reader sees, beyond quotes, brackets and markup."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.check.conventions.sentence_ends import ENDING_OF, Ending, ending_of
from toolkit.check.text_view import FILLER, TextView

_CLOSERS = frozenset("*_~)]）］」』】》〉〗〕﹂﹄\"'”’“‘»«›‹„")
_DOTS = (".", "。", "．")


class Closing(NamedTuple):
    """The end of a text."""

    ending: Ending | None
    """``None``: something that cannot be compared, as a comma or a sign."""
    start: int
    stop: int
    """The mark, or the last character where there is none."""


def closing(view: TextView) -> Closing:
    """Return how a text ends; what code and addresses end with is not looked at."""
    prose, text = view.prose, view.text
    at = len(prose) - 1
    while at >= 0:
        character = prose[at]
        if character == FILLER:
            begin = at
            while begin and prose[begin - 1] == FILLER:
                begin -= 1
            if not _is_markup(text, prose, begin, at):
                return Closing(Ending.NONE, at, at + 1)
            at = begin - 1
        elif character in _CLOSERS or character.isspace():
            at -= 1
        else:
            break
    if at < 0:
        return Closing(None, 0, 0)
    return _mark(prose, at, view.locale.language)


def same_end(one: str, other: str) -> bool:
    """Tell whether the last characters of two texts show at once that they end alike."""
    last = ENDING_OF.get(one[-1:])
    if last is None:
        return one[-1:].isalnum() and other[-1:].isalnum()
    return ENDING_OF.get(other[-1:]) is last and not (one[-2:-1] in _DOTS or other[-2:-1] in _DOTS)


def _mark(prose: str, at: int, language: str) -> Closing:
    character = prose[at]
    if character in _DOTS and prose[max(at - 1, 0)] in _DOTS and at:
        begin = at
        while begin and prose[begin - 1] in _DOTS:
            begin -= 1
        return Closing(Ending.ELLIPSIS if at - begin > 1 else None, begin, at + 1)
    ending = ending_of(character, language)
    if ending is Ending.NONE and not (character.isalnum() or character.isalpha()):
        # A sign of vowels or of length belongs to the word before it.
        known = character in "ー々" or character.isidentifier() or f"a{character}".isidentifier()
        return Closing(Ending.NONE if known else None, at, at + 1)
    if ending is Ending.STOP and prose[at - 1 : at] in ("?", "!", "…", "？", "！"):
        return Closing(None, at, at + 1)
    return Closing(ending, at, at + 1)


def _is_markup(text: str, prose: str, begin: int, last: int) -> bool:
    """Tell whether it is a link's target or an HTML tag, after which the text before it is the end."""
    if text[last] == ">":
        return text[begin] == "<" and "://" not in text[begin:last] and "@" not in text[begin:last]
    return text[last] in ")]" and prose[begin - 1 : begin] == "]"
