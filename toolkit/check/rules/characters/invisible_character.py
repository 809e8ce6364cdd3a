"""A translation holds invisible characters only where its language is written with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.conventions.format_characters import BREAK_BETWEEN_WORDS, JOINING_SCRIPTS, NAMES
from toolkit.check.conventions.scripts import script_of, scripts_of
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.languages.scripts import direction
from toolkit.model.finding import Severity

_MOST = 20  # findings of one entry
_RUN = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"
_PRINTABLE = re.compile("[\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ANY = re.compile(f"[{''.join(NAMES)}]|{_RUN}")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS = "\u200e\u200f\u061c\u2067"
_SEPARATORS = "\u2028\u2029"


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if text.isascii() or (text.isprintable() and not _PRINTABLE.search(text)):
        return
    for match in islice(_ANY.finditer(text), _MOST):
        character, start = match[0], match.start()
        if character in pair.source.text or _belongs(character, start, pair):
            continue
        if len(character) > 1:
            yield Hit("a row of hidden variation selectors stands in the translation", *match.span(), fix="")
            continue
        message = (
            f"the invisible character U+{ord(character):04X} ({NAMES[character]}) stands in the translation"
        )
        yield Hit(message, *match.span(), fix=" " if character in _SEPARATORS else "")


def _belongs(character: str, at: int, pair: Pair) -> bool:
    text, locale = pair.translation.text, pair.translation.locale
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if character == "\u200b":
        return locale.language in BREAK_BETWEEN_WORDS
    if character in "\u200c\u200d":
        if script_of(before) in JOINING_SCRIPTS or script_of(after) in JOINING_SCRIPTS:
            return True
        joins = not JOINING_SCRIPTS.isdisjoint(scripts_of(locale))
        if not before.isalnum() and (joins or (before and not before.isspace())):
            return True  # after emoji, vowel signs of those scripts, and where it does no harm
        if joins and not after.isalnum():
            return True
        return character == "\u200c" and locale.language == "de"  # it parts ligatures in compound words
    if character in _MARKS:
        return direction(locale) == "rtl" or _RIGHT_TO_LEFT.search(text) is not None
    if character == "\u2060":
        return not (before.isalpha() and after.isalpha())
    return character == "\u034f" and locale.language in ("he", "yi", "de")


RULE = EntryRule(
    "invisible-character",
    Severity.WARNING,
    "Invisible characters stand only where the language is written with them",
    "delete it: the word cannot be found or copied with it",
    find=_find,
)
