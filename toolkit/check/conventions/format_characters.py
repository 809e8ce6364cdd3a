"""Characters that nobody sees, and the languages and scripts in which they are part of the spelling."""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "\u034f": "COMBINING GRAPHEME JOINER",
    "\u061c": "ARABIC LETTER MARK",
    "\u115f": "HANGUL CHOSEONG FILLER",
    "\u1160": "HANGUL JUNGSEONG FILLER",
    "\u200b": "ZERO WIDTH SPACE",
    "\u200c": "ZERO WIDTH NON-JOINER",
    "\u200d": "ZERO WIDTH JOINER",
    "\u200e": "LEFT-TO-RIGHT MARK",
    "\u200f": "RIGHT-TO-LEFT MARK",
    "\u2028": "LINE SEPARATOR",
    "\u2029": "PARAGRAPH SEPARATOR",
    "\u2060": "WORD JOINER",
    "\u2061": "FUNCTION APPLICATION",
    "\u2062": "INVISIBLE TIMES",
    "\u2063": "INVISIBLE SEPARATOR",
    "\u2064": "INVISIBLE PLUS",
    "\u2067": "RIGHT-TO-LEFT ISOLATE",
    "\u206a": "INHIBIT SYMMETRIC SWAPPING",
    "\u206b": "ACTIVATE SYMMETRIC SWAPPING",
    "\u206c": "INHIBIT ARABIC FORM SHAPING",
    "\u206d": "ACTIVATE ARABIC FORM SHAPING",
    "\u206e": "NATIONAL DIGIT SHAPES",
    "\u206f": "NOMINAL DIGIT SHAPES",
    "\u3164": "HANGUL FILLER",
    "\ufeff": "ZERO WIDTH NO-BREAK SPACE",
    "\uffa0": "HALFWIDTH HANGUL FILLER",
    "\ufff9": "INTERLINEAR ANNOTATION ANCHOR",
    "\ufffa": "INTERLINEAR ANNOTATION SEPARATOR",
    "\ufffb": "INTERLINEAR ANNOTATION TERMINATOR",
}
"""Default-ignorable and format characters that a text may hide, by Unicode name (UAX 44, UTS 39)."""

BREAK_BETWEEN_WORDS: Final = frozenset(
    [
        "bo",
        "cja",
        "dz",
        "khb",
        "kdt",
        "ksw",
        "km",
        "lo",
        "lwl",
        "mnw",
        "my",
        "nod",
        "shn",
        "ssy",
        "tdd",
        "th",
        "ja",
        "zh",
        "yue",
    ]
)
"""Languages without spaces between words, which mark where a line may break by U+200B (UAX 14)."""

JOINING_SCRIPTS: Final = frozenset(
    [
        "Arab",
        "Syrc",
        "Nkoo",
        "Deva",
        "Beng",
        "Guru",
        "Gujr",
        "Orya",
        "Taml",
        "Telu",
        "Knda",
        "Mlym",
        "Sinh",
        "Mymr",
        "Khmr",
        "Tibt",
        "Mong",
    ]
)
"""Scripts in which U+200C and U+200D choose the shape of letters (Unicode Standard, 9, 12, 13, 16)."""
