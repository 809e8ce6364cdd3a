"""As many words are bold, emphasised or struck in a translation as in its source."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.conventions.emphasis import UPRIGHT_LANGUAGES
from toolkit.check.markup_facts import emphases, left_markup
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.inline_reading import PartKind
from toolkit.model.finding import Severity

_NAMES = {PartKind.STRONG: "bold", PartKind.EMPHASIS: "emphasised", PartKind.STRUCK: "struck"}


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source, pair.translation
    if not any(mark in text for text in (source.text, translation.text) for mark in "*_~"):
        return
    here, there = emphases(source, source), emphases(source, translation)
    if here == there or left_markup(pair):
        return
    upright = translation.locale.language in UPRIGHT_LANGUAGES
    for kind, name in _NAMES.items():
        ours, theirs = here[kind], there[kind]
        if ours == theirs or (upright and kind is PartKind.EMPHASIS and theirs < ours):
            continue
        if kind is PartKind.EMPHASIS and ours < theirs:
            continue  # many languages slant foreign words and names, which the source need not
        yield Hit(f"the source has {_number(ours, name)}, the translation {_number(theirs)}")
        return


def _number(count: int, name: str = "") -> str:
    if not name:
        return str(count or "none")
    return f"{count or 'no'} {name} place{'' if count == 1 else 's'}"


RULE = EntryRule(
    "emphasis-count",
    Severity.INFO,
    "As many words are bold, emphasised or struck as in the source",
    "mark the words that say the same",
    find=_find,
    markdown_only=True,
)
