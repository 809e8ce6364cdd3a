"""A translation begins with a capital where its source does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.conventions.letter_case import BICAMERAL, SMALL_PREFIX
from toolkit.check.conventions.scripts import scripts_of
from toolkit.check.conventions.sentence_ends import Ending
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.rules.text.closing import closing
from toolkit.check.text_view import TextView
from toolkit.languages.names import language_words
from toolkit.model.finding import Severity

_FIRST = re.compile(r"[\s*_~\[¿¡\"“„«「『‘‚(]*([^\W\d_]{1,40})(?![^\W\d_])(?!\w*[_/.@:]\w)")
_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = 60  # characters that hold two words: "Brazilian Portuguese"
_SENTENCES = (Ending.STOP, Ending.QUESTION, Ending.EXCLAMATION, Ending.COLON)


def _find(pair: Pair) -> Iterator[Hit]:
    if pair.source.text[:1].isupper() and pair.translation.text[:1].isupper():
        return
    source = _FIRST.match(pair.source.text)
    found = _FIRST.match(pair.translation.text)
    if source is None or found is None:
        return
    ours, theirs = found[1][0], source[1][0]
    if not (theirs.isupper() and ours.islower()) or not _counts(pair, found[1], source[1]):
        return
    start = found.start(1)
    message = "the translation begins with a small letter, its source with a capital"
    yield Hit(message, start, start + 1, fix=ours.title() if len(ours.title()) == 1 else None)


def _counts(pair: Pair, ours: str, theirs: str) -> bool:
    language = pair.translation.locale.language
    if language in SMALL_PREFIX or BICAMERAL.isdisjoint(scripts_of(pair.translation.locale)):
        return False
    if not ours[1:].islower() or not theirs[1:].islower():
        return False  # I, a name as iPhone, an abbreviation, or one letter
    if ours.lower() == theirs.lower() or re.search(rf"\b{ours}\b", pair.source.text):
        return False  # a name that begins small
    if language_words().intersection(_WORD.findall(pair.source.text[:_BEGINNING])[:2]):
        return False  # English has a capital there in the middle of a sentence, too
    return _sentence(pair.source) and _sentence(pair.translation)


def _sentence(view: TextView) -> bool:
    return view.of(closing).ending in _SENTENCES


RULE = EntryRule(
    "capital",
    Severity.INFO,
    "A translation begins with a capital where its source does",
    "begin it with a capital",
    find=_find,
)
