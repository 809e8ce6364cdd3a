"""Quotation marks are those of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.conventions.format_characters import BREAK_BETWEEN_WORDS
from toolkit.check.conventions.quotation_marks import ALL_PAIRS, quotation_marks
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_ANY = re.compile("[“”„«»「」『』]")
_OUTSIDE_IN = frozenset({"»«", "»»"})
_REST = r"([^“”„«»「」『』]{1,200})([“”«»」』])"
_PIECE = re.compile(rf"(?<![^\W_])([“”„»](?=\S)|[«「『]){_REST}")
_WITHOUT_SPACES = re.compile(rf"([“„«「『]){_REST}")  # a mark that both opens and closes cannot be told there


def _find(pair: Pair) -> Iterator[Hit]:
    if pair.translation.text.isascii() or not _ANY.search(pair.translation.text):
        return
    allowed = quotation_marks(pair.translation.locale)
    if not allowed:
        return
    pattern = _WITHOUT_SPACES if pair.translation.locale.language in BREAK_BETWEEN_WORDS else _PIECE
    for match in pattern.finditer(pair.translation.prose):
        opening, inside, closing = match.groups()
        if opening + closing not in ALL_PAIRS:
            continue  # another quotation begins within it, or one mark is missing
        if opening == "»" and not _OUTSIDE_IN.intersection(allowed):
            continue  # it is the end of what begins before
        if opening + closing in allowed or inside.strip() in pair.source.text:
            continue
        usual = allowed[0]
        yield Hit(
            f"the quotation marks {opening}…{closing} are not those of the language",
            *match.span(),
            hint=f"write {usual[0]}…{usual[1]}",
        )
        return


RULE = EntryRule(
    "quotes",
    Severity.INFO,
    "Quotation marks are those of the language",
    "use the quotation marks of the language",
    find=_find,
)
