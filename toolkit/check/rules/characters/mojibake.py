"""A translation holds no text that was read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

# What the bytes 80 to BF of UTF-8 become when they are read as Windows-1252.
_HIGH = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
_HIGH += "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_NEXT = f"[{_HIGH}\x81\x8d\x8f\x90\x9d\xa0-\xbf]"
_BROKEN = re.compile(
    f"[ÂÃ]{_NEXT}"
    f"|(?:[ÄÅÎÏÐÑØÙ×]{_NEXT}){{2,}}"
    f"|â[€‚„†œˆ‰…]{_NEXT}"
    f"|(?:[à-ï]{_NEXT}{_NEXT}){{2,}}"
    f"|ðŸ{_NEXT}{_NEXT}"
    "|ï»¿"
)
_MAYBE = re.compile(f"[Â-ð×]{_NEXT}|ï»")
_AFTER_A_WORD = "\u2018\u2019\u201c\u201d\u2026\u2013\u2014\xa0\xbb\xab"
_LATIN_1 = {ord(character): ord(character) for character in "\x81\x8d\x8f\x90\x9d"}


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if text.isascii() or not _MAYBE.search(text):
        return
    for match in _BROKEN.finditer(text):
        piece = match[0]
        if piece in pair.source.text or _end_of_word(text, match):
            continue
        if meant := _read_right(piece):
            shown = f' and should be "{meant}"' if meant.isprintable() and not meant.isspace() else ""
            yield Hit(f'"{piece}" was read in the wrong encoding{shown}', *match.span())
            return


def _end_of_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether it is the end of a word in capitals and the mark after it: ``MANHÃ…``."""
    at = match.start()
    return match[0][0] in "ÂÃ" and match[0][1] in _AFTER_A_WORD and text[at - 1 : at].isupper()


def _read_right(piece: str) -> str:
    try:
        return b"".join(_byte(character) for character in piece).decode()
    except UnicodeError:
        return ""


def _byte(character: str) -> bytes:
    return bytes((ord(character),)) if ord(character) in _LATIN_1 else character.encode("cp1252")


RULE = EntryRule(
    "mojibake",
    Severity.WARNING,
    "A translation holds no text that was read in the wrong encoding",
    "set your editor to UTF-8 and type the characters again",
    find=_find,
)
