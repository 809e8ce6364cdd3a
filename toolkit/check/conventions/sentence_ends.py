"""How languages end a sentence: the marks, and which may stand for which."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


def _codes(text: str) -> list[str]:
    return text.split()


class Ending(StrEnum):
    """What a text ends with, in words that findings use."""

    STOP = "full stop"
    COLON = "colon"
    QUESTION = "question mark"
    EXCLAMATION = "exclamation mark"
    ELLIPSIS = "ellipsis"
    NONE = "no mark"


_MARKS: Final = {
    Ending.STOP: ".。．｡।॥۔։።།༎။។៕܂᠃꓿",
    Ending.COLON: ":：︰፡፦",
    Ending.QUESTION: "?？؟՞፧⸮‽",
    Ending.EXCLAMATION: "!！՜",
    Ending.ELLIPSIS: "…⋯‥",
}
"""Unicode Character Database, ``Sentence_Terminal`` and the names of the marks."""

ENDING_OF: Final = {mark: ending for ending, marks in _MARKS.items() for mark in marks}

_SPECIAL: Final = {
    "el": {";": Ending.QUESTION, "\u037e": Ending.QUESTION, "·": Ending.COLON, "\u0387": Ending.COLON},
    "hy": {":": Ending.STOP, "՝": Ending.COLON, "․": Ending.STOP, "`": Ending.COLON},
    "bo": {"༏": Ending.STOP, "༔": Ending.STOP, "་": Ending.STOP},
    "km": {"៖": Ending.COLON},
    "ti": {"፡": Ending.STOP},
    "sa": {"|": Ending.STOP},
    "hi": {"|": Ending.STOP},
    "bn": {"|": Ending.STOP},
}
"""Marks that mean something else in a language (CLDR exemplar punctuation; typing without the right key)."""

USUAL_MARK: Final = {
    Ending.STOP: {
        **dict.fromkeys(_codes("hi bn as mr ne sa or mai bho"), "।"),
        **dict.fromkeys(_codes("zh ja yue"), "。"),
        "ur": "۔",
        "hy": "։",
        "am": "።",
        "ti": "።",
        "my": "။",
        "bo": "།",
        "km": "។",
    },
    Ending.QUESTION: {
        **dict.fromkeys(_codes("ar fa ur ps ckb sd ug"), "؟"),
        **dict.fromkeys(_codes("zh ja yue"), "？"),
        "el": ";",
        "am": "፧",
    },
    Ending.EXCLAMATION: dict.fromkeys(_codes("zh ja yue"), "！"),
    Ending.COLON: {**dict.fromkeys(_codes("zh ja yue"), "："), "km": "៖"},
}
"""The mark to type where a language does not use the Latin one."""

NO_ENDINGS: Final = frozenset(_codes("th lo shn ksw khb nod tdd"))
"""Languages in which a space ends a sentence."""

NO_QUESTION_AT_END: Final = frozenset({"hy"})
"""Languages that put the marks of question and exclamation within the word that is stressed."""

STOP_FOR_QUESTION: Final = frozenset(_codes("ja ko bo dz my am ti km"))
"""Languages in which a particle asks and a full stop ends the question."""

STOP_FOR_COLON: Final = frozenset(_codes("ja ko my bo hi bn ne ta te ml kn si"))
"""Languages whose sentences end with the verb, where a full stop leads to a list."""

PREDICATE: Final = {
    "ja": ("です", "ます", "せん", "した", "でした", "ください", "である", "しょう", "だ"),
    "ko": ("다", "요", "죠", "까", "십시오", "세요"),
}
"""How sentences end in languages where a phrase that ends with a noun has no full stop."""

DOTS_IN_WORDS: Final = frozenset(_codes("ja ko zh yue"))
"""Languages that say "and so on" by a word (など, 등, 等) where English writes dots."""

_ABBREVIATIONS: Final = frozenset(
    _codes(
        "a.m abb al apod approx aprox atd atp aug bzw ca co corp dec dept dll dr dsb dst ecc ed "
        "ej etc evtl ext feb ff fig ggf hr hrs inc inkl itd itp jan jr ltd max min mr mrs máx mín "
        "no nov np nr núm obr oct osv p.m prof pág ref resp rys sec sept sr st stb std str tab "
        "tel tj tzn usw vb vol vs г гг др ін пр рис руб см стр тощо κλπ κτλ وغ"
    )
)
_LAST_TOKEN = re.compile(r"[^\s\xa0\u202f(\[\"«“„…]*$")


def ending_of(mark: str, language: str) -> Ending:
    """Return what a mark means at the end of a text; ``Ending.NONE`` for one that ends nothing."""
    special = _SPECIAL.get(language)
    if special and mark in special:
        return special[mark]
    return ENDING_OF.get(mark, Ending.NONE)


def usual_mark(ending: Ending, language: str) -> str:
    """Return the mark that a language has for an ending."""
    latin = {
        Ending.STOP: ".",
        Ending.COLON: ":",
        Ending.QUESTION: "?",
        Ending.EXCLAMATION: "!",
        Ending.ELLIPSIS: "…",
    }
    return USUAL_MARK.get(ending, {}).get(language) or latin.get(ending, "")


def is_abbreviation(text: str) -> bool:
    """Tell whether a text ends with an abbreviation, whose full stop may be the sentence's too."""
    match = _LAST_TOKEN.search(text)
    token = match[0].rstrip(".").lower() if match else ""
    return len(token) == 1 or "." in token or token[-1:].isdigit() or token in _ABBREVIATIONS
