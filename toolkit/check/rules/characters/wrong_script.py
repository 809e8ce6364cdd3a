"""A translation is written in a script of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.check.conventions.scripts import SCRIPTS, letters_of, scripts_of
from toolkit.check.conventions.text_length import density
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity
from toolkit.model.locale import LocaleTag

_WORDS = 3
_LEAST = 20  # letters, that an abbreviation and a name be no finding


def _find(pair: Pair) -> Iterator[Hit]:
    locale, text = pair.translation.locale, pair.translation.text
    patterns = _patterns(locale)
    if patterns is None:
        return
    foreign, own, latin = patterns
    if latin and text.isascii():
        return
    words = foreign.findall(text)
    if not words or sum(map(len, words)) < _LEAST:
        return
    prose = pair.translation.prose
    kept = pair.source.text.lower()
    found = [match for match in foreign.finditer(prose) if match[0].lower() not in kept]
    letters = sum(len(match[0]) for match in found)
    in_script = sum(map(len, own.findall(prose))) / density(locale)
    if letters < _LEAST or letters <= in_script * 2 or len({match[0] for match in found}) < _WORDS:
        return
    yield Hit("the translation is not in a script of its language", found[0].start(), found[-1].end())


@lru_cache(maxsize=256)
def _patterns(locale: LocaleTag) -> tuple[re.Pattern[str], re.Pattern[str], bool] | None:
    """Return what finds words of other scripts and of the language's, and whether that is Latin."""
    scripts = scripts_of(locale)
    if not scripts:
        return None
    own = letters_of(scripts)
    others = letters_of(tuple(code for code in SCRIPTS if code not in scripts))
    return re.compile(f"[{others}]+"), re.compile(f"[{own}]+"), "Latn" in scripts


RULE = EntryRule(
    "wrong-script",
    Severity.WARNING,
    "A translation is written in a script of its language",
    "check that it is the translation into this language",
    find=_find,
)
