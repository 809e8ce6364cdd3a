"""A word is written in the letters of one script, not with look-alikes of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.check.conventions.look_alikes import LOOK_ALIKES
from toolkit.check.conventions.scripts import letters_of, script_of
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_LATIN = letters_of(("Latn",))
_OTHER = letters_of(("Cyrl", "Grek", "Armn"))
_BORDER = re.compile(
    f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]|[{letters_of(('Cyrl',))}][{letters_of(('Grek',))}]"
)
_ONE, _ANOTHER = re.compile(f"[{_OTHER}]"), re.compile(f"[{_LATIN}{letters_of(('Grek',))}]")
_LONGEST = 60  # characters of a placeholder
_PLACEHOLDER = re.compile(r"%(?:\([^()\n]*\))?[-+\d.*]*$")  # its last letter is no part of the word
_WORD = re.compile(r"[^\W\d_]+")
_IN_WORDS = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Armn": "Armenian"}
_MOST = 5  # findings of one entry


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if text.isascii() or not (_ONE.search(text) and _ANOTHER.search(text) and _BORDER.search(text)):
        return
    prose, found = pair.translation.prose, 0
    for match in _WORD.finditer(prose):
        word = match[0]
        if word.isascii() or not _BORDER.search(word):
            continue
        if _PLACEHOLDER.search(prose, max(match.start() - _LONGEST, 0), match.start()):
            word = word[1:]
        if word in pair.source.text:
            continue
        if (odd := _odd_letters(word)) is None:
            continue
        letters, script, other = odd
        yield Hit(
            f'"{word}" is a word in {_IN_WORDS[other]} letters with the {_IN_WORDS[script]} {letters} in it',
            *match.span(),
        )
        found += 1
        if found == _MOST:
            return


def _odd_letters(word: str) -> tuple[str, str, str] | None:
    """Return the letters that only look like those around them, their script, and the script of the word."""
    scripts = [script_of(letter) for letter in word]
    counted = Counter(scripts)
    if len(counted) != 2:
        return None
    # Of two scripts with as many letters the one that can be a look-alike is the odd one.
    (most, many), (least, few) = counted.most_common()
    choices = [(least, most), (most, least)] if many == few else [(least, most)]
    for odd, main in choices:
        letters = [letter for letter, script in zip(word, scripts, strict=True) if script == odd]
        if not LOOK_ALIKES.get((odd, main), frozenset()).issuperset(letters):
            continue
        if _ending(word, scripts):
            continue
        return ", ".join(dict.fromkeys(letters)), odd, main
    return None


def _ending(word: str, scripts: list[str]) -> bool:
    """Tell whether it is a name with an ending in the other script: ``PDFа``, ``pipом``."""
    turns = [at for at in range(1, len(word)) if scripts[at] != scripts[at - 1]]
    return (
        len(turns) == 1
        and turns[0] > 1
        and scripts[0] == "Latn"
        and word[turns[0]].islower()
        and (word[: turns[0]].isupper() or len(word) - turns[0] > 1)
    )


RULE = EntryRule(
    "mixed-script",
    Severity.WARNING,
    "A word is written in the letters of one script",
    "type the word again with one keyboard: with a look-alike in it, it is not found and not spoken",
    find=_find,
)
