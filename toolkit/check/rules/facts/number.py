"""The numbers of a source text stand in its translation, in any order, and no others do."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.facts.fact_text import has_digit
from toolkit.check.facts.numerals import Numeral
from toolkit.check.facts.quantity_comparison import unequal_numbers
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_SHOWN = 4
_COUNTING = frozenset({"ja", "ko", "th", "zh"})
"""Languages that count where English has an article or "both"."""


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source, pair.translation
    if not source.of(has_digit) and not translation.of(has_digit):
        return
    missing, extra = unequal_numbers(source, translation)
    if len(missing) == 1 == len(extra):
        theirs = extra[0]
        yield Hit(
            f'the number is "{pair.translation.text[theirs.start : theirs.stop]}" where the source has '
            f'"{pair.source.text[missing[0].start : missing[0].stop]}"',
            theirs.start,
            theirs.stop,
        )
        return
    if not missing and translation.locale.language in _COUNTING and all(one.value in "12" for one in extra):
        return
    if missing:
        yield Hit(f"the translation lacks {_shown(missing, source.text)} of the source")
    if extra:
        yield Hit(
            f"the source does not have {_shown(extra, translation.text)} of the translation",
            extra[0].start,
            extra[0].stop,
        )


def _shown(numbers: tuple[Numeral, ...], text: str) -> str:
    quoted = ", ".join(f'"{text[one.start : one.stop]}"' for one in numbers[:_SHOWN])
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"the number{'' if len(numbers) == 1 else 's'} {quoted}{more}"


RULE = EntryRule(
    "number",
    Severity.WARNING,
    "Numbers are those of the source",
    "compare the numbers; they may be written in the way of your language, in digits or in words",
    find=_find,
)
