"""The signs before the numbers of a text: comparisons, plus or minus, about, minus."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from toolkit.check.facts.fact_text import fact_text, has_digit
from toolkit.check.text_view import TextView

_ANY = re.compile(r"[±<>≤≥≈⩽⩾≦≧＜＞−&+-](?:(?<!-)|(?=[0-9]))")
_SIGN = re.compile(
    r"(?P<sign>±|\+/-|[<＜]=?|[>＞]=?|[≤≥≈⩽⩾≦≧]|(?<![\w)\]/*.\ufffc-])-(?=[0-9]))[\s\u00a0$€£]{0,3}(?P<number>[0-9]+)"
)
_BEHIND = re.compile(r"(?P<number>[0-9]+)[\s\u00a0]{0,3}(?P<sign>[≤≥<>])(?![\s\u00a0]{0,3}[0-9<>=])")
_ONE_SIGN: Final = {
    "+/-": "±",
    "＜": "<",
    "＞": ">",
    "⩽": "≤",
    "⩾": "≥",
    "≦": "≤",
    "≧": "≥",
    "<=": "≤",
    ">=": "≥",
    "＜=": "≤",
    "＞=": "≥",
}
LESS: Final = frozenset("<≤")
MORE: Final = frozenset(">≥")


class Sign(NamedTuple):
    """A sign before a number."""

    sign: str
    number: str
    """The first digits of the number."""
    start: int
    stop: int


def signs(view: TextView) -> tuple[Sign, ...]:
    """Return the signs that stand before numbers in the prose of a text, in order, in one spelling each."""
    if not view.of(has_digit) or not _ANY.search(view.text):
        return ()
    text = view.of(fact_text)
    return tuple(
        Sign(
            _ONE_SIGN.get(match["sign"], match["sign"]),
            match["number"],
            _begin(view, match.start()),
            match.end(),
        )
        for match in _SIGN.finditer(text)
    )


def _begin(view: TextView, start: int) -> int:
    """Return where a sign begins that may be written as an entity."""
    text = view.text
    return max(text.rfind("&", max(0, start - 9), start), 0) if text[start] == ";" else start


def behind(view: TextView) -> frozenset[str]:
    """Return the signs that stand behind numbers, as some write them from right to left."""
    return frozenset(match["sign"] for match in _BEHIND.finditer(view.of(fact_text)))
