"""What the source denies the translation denies too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.check.conventions.negations import DENIALS, NEGATORS, SAME_WORDS
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_SHORT = 30
"""Characters below which a text is a label."""
_OTHERWISE = re.compile(
    r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|until|(?:may|might) not|other than|yet|already|undone|undo)\b"
)
_MORE_THAN = re.compile(r"\bmore than\b")
_AT_MOST = re.compile(
    r"\bm[aá]x|höchst|hoogst|dépass|\bau plus\b|exced|super[ai]|massimo|макс|предел|лимит"
    r"|[أا]قصى|تتجاوز|अधिकतम|最大|最多|以内|以下|まで|超",
    re.IGNORECASE,
)
"""How a limit is put without a denial, as in "at most"."""
"""What languages say without a denial: a condition turned round, "only one", "still", "only then"."""
_SENTENCE_ENDS = (".", "!", ".*", ".)", "!*")


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.source.text
    if len(text) < _SHORT or not text.endswith(_SENTENCE_ENDS):
        return  # a label may say it in many ways
    negators = _negators(pair.source.locale.language)
    if negators is None or not negators.search(text):
        return
    denials = _denials(pair.translation.locale.language)
    if denials is None or denials.search(pair.translation.text) or _OTHERWISE.search(text):
        return
    if _MORE_THAN.search(text) and _AT_MOST.search(pair.translation.text):
        return
    if match := negators.search(pair.source.prose):
        yield Hit(f'nothing in the translation denies what "{match[0].strip()}" denies in the source')


@lru_cache(maxsize=64)
def _negators(language: str) -> re.Pattern[str] | None:
    pattern = NEGATORS.get(language)
    return re.compile(rf"(?<![\w-])(?:{pattern})") if pattern else None


@lru_cache(maxsize=256)
def _denials(language: str) -> re.Pattern[str] | None:
    pattern = DENIALS.get(SAME_WORDS.get(language, language))
    return re.compile(pattern, re.IGNORECASE) if pattern else None


RULE = EntryRule(
    "negation",
    Severity.WARNING,
    "What the source denies the translation denies",
    "read both again: is a not, never or without missing?",
    find=_find,
)
