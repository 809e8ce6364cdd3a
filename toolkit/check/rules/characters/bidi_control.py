"""A translation does not turn the direction of text around by hidden characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_ANY = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_NAMES = {
    "\u202a": "LEFT-TO-RIGHT EMBEDDING",
    "\u202b": "RIGHT-TO-LEFT EMBEDDING",
    "\u202d": "LEFT-TO-RIGHT OVERRIDE",
    "\u202e": "RIGHT-TO-LEFT OVERRIDE",
}
_EMBEDDINGS = "\u202a\u202b"
_CLOSERS = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
_LINE_END = "\n\r\u2029"
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\n\r\u2029]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CLOSE = "take it out, or close it in the same paragraph: by U+2069 an isolate, by U+202C an embedding"
_TAG = "delete it: it says something to programs that readers do not see"


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if text.isprintable() or not _ANY.search(text):
        return
    source = pair.source.text
    embeds = _RIGHT_TO_LEFT.search(text) is not None
    for character, name in _NAMES.items():
        if character in source or (embeds and character in _EMBEDDINGS):
            continue
        if (at := text.find(character)) >= 0:
            yield Hit(f"U+{ord(character):04X} ({name}) stands in the translation", at, at + 1)
            return
    open_at = _unclosed(text)
    if open_at is not None and _unclosed(source) is None:
        message = f"U+{ord(text[open_at]):04X} turns the direction of text and is never closed"
        yield Hit(message, open_at, open_at + 1, hint=_CLOSE)
    flags = {match.end() for match in _FLAG.finditer(text)}
    for match in _TAGS.finditer(text):
        if match.end() not in flags and match[0] not in source:
            yield Hit("hidden tag characters stand in the translation", *match.span(), hint=_TAG)
            return


def _unclosed(text: str) -> int | None:
    """Return where the first isolate or embedding begins that its line does not end (UAX 9, BD8 to BD13)."""
    opened: list[int] = []
    for match in _TURNS.finditer(text):
        character = match[0]
        if character in _CLOSERS:
            if opened and text[opened[-1]] in _CLOSERS[character]:
                opened.pop()
        elif character in _LINE_END:
            if opened:
                break
        else:
            opened.append(match.start())
    return opened[0] if opened else None


RULE = EntryRule(
    "bidi-control",
    Severity.ERROR,
    "A translation does not turn the direction of text by hidden characters",
    "delete it: programs arrange right-to-left text by themselves, and U+200E or U+200F help where they fail",
    find=_find,
)
