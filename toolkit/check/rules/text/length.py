"""A translation is about as long as its source."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.conventions.text_length import density
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import FILLER, TextView
from toolkit.model.finding import Severity

_LEAST = 40  # characters of a Latin text; shorter ones vary too much
_TIMES = 3


def _find(pair: Pair) -> Iterator[Hit]:
    dense = density(pair.translation.locale) / density(pair.source.locale)
    # A text in a dense script may hold long names and addresses: it is as short as that, or as long as any.
    wide = max(dense, 1.0)
    source, translation = len(pair.source.text), len(pair.translation.text)
    if source * dense <= translation * 2 and translation <= source * wide * 2:
        return
    source, translation = (_letters(view) for view in (pair.source, pair.translation))
    if translation > _TIMES * wide * max(source, _LEAST):
        yield Hit(f"the translation has {translation} characters, its source {source}: it is far longer")
    elif source > _LEAST and translation * _TIMES < source * dense:
        yield Hit(f"the translation has {translation} characters, its source {source}: it is far shorter")


def _letters(view: TextView) -> int:
    return len(view.prose) - view.prose.count(FILLER)


RULE = EntryRule(
    "length",
    Severity.WARNING,
    "A translation is about as long as its source",
    "check that it is the translation of this text, and of all of it",
    find=_find,
)
