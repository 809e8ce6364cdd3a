"""The signs before numbers are those of the source, or are said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.check.conventions.comparison_words import BOTH_WAYS
from toolkit.check.facts.fact_text import fact_text
from toolkit.check.facts.signs import LESS, MORE, Sign, behind, signs
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.languages.scripts import direction
from toolkit.model.finding import Severity

_WORDS = tuple(word for word in BOTH_WAYS.split("|") if word)


def _find(pair: Pair) -> Iterator[Hit]:
    ours, theirs = pair.source.of(signs), pair.translation.of(signs)
    if not ours and not theirs:
        return
    right_to_left = direction(pair.translation.locale) == "rtl"
    wanted, found = (
        Counter(filter(None, (_kind(one, right_to_left) for one in some))) for some in (ours, theirs)
    )
    if wanted == found:
        return
    missing, extra = wanted - found, found - wanted
    if _reversed(ours, theirs):
        return  # the rule comparison tells of it
    missing = Counter({kind: n for kind, n in missing.items() if not _in_code(kind, ours, pair.translation)})
    extra = Counter({kind: n for kind, n in extra.items() if not _in_code(kind, theirs, pair.source)})
    if missing and not _in_words(pair.translation) and not (right_to_left and behind(pair.translation)):
        one = next(sign for sign in ours if _kind(sign, right_to_left) in missing)
        shown = pair.source.text[one.start : one.stop]
        yield Hit(f'the translation lacks the sign "{one.sign}" of "{shown}" in the source')
    elif extra and not missing and not _in_words(pair.source):
        one = next(sign for sign in theirs if _kind(sign, right_to_left) in extra)
        shown = pair.translation.text[one.start : one.stop]
        yield Hit(f'the source has no sign "{one.sign}" as in "{shown}"', one.start, one.stop)


def _kind(sign: Sign, right_to_left: bool) -> str:
    if right_to_left and sign.sign in LESS | MORE:
        return "<>"
    if right_to_left and sign.sign == "-":
        return ""  # a minus may stand on either side
    return sign.sign


def _reversed(ours: tuple[Sign, ...], theirs: tuple[Sign, ...]) -> bool:
    return any(
        {one.sign, other.sign} & LESS and {one.sign, other.sign} & MORE
        for one in ours
        for other in theirs[:20]
        if one.number == other.number
    )


def _in_code(kind: str, of: tuple[Sign, ...], other: TextView) -> bool:
    """Tell whether all of a kind stand in the other text too, where they are no prose."""
    return all(one.sign + one.number in other.text for one in of if one.sign == kind)


def _in_words(view: TextView) -> bool:
    text = view.of(fact_text).lower()
    return any(word in text for word in _WORDS)


RULE = EntryRule(
    "sign",
    Severity.WARNING,
    "Signs before numbers are those of the source",
    "write the sign, or say it in words",
    find=_find,
)
