"""The placeholders of the source stand in the translation, letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.placeholders import Placeholder, Syntax, directives, placeholders
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_FLAGS = {
    "c-format": (Syntax.PRINTF,),
    "python-format": (Syntax.PRINTF, Syntax.NAMED),
    "python-brace-format": (Syntax.BRACE,),
}
_PERCENT = (Syntax.PRINTF, Syntax.NAMED)
_BY_PLACE = (Syntax.PRINTF,)


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.source.text
    if not pair.flags and "%" not in text and "{" not in text and "$" not in text:
        return
    here = pair.source.of(placeholders)
    if not here and not pair.flags:
        return
    there = pair.translation.of(placeholders)
    strict = {syntax for flag in pair.flags for syntax in _FLAGS.get(flag, ())}
    off = {syntax for flag in pair.flags if flag[:3] == "no-" for syntax in _FLAGS.get(flag[3:], ())}
    for syntax in Syntax:
        read = directives if syntax in strict and syntax in _PERCENT else None
        ours, theirs = (pair.source.of(read), pair.translation.of(read)) if read else (here, there)
        if syntax is Syntax.PRINTF and not read and _agree(pair):
            continue
        if (ours or theirs) and syntax not in off:
            yield from _compared(
                [one for one in ours if one.syntax is syntax],
                [one for one in theirs if one.syntax is syntax],
                strict=syntax in strict,
                forms=pair.forms,
            )


def _agree(pair: Pair) -> bool:
    """Tell whether two texts have the same directives, letters beside them or not: ``%sNew%s``."""
    if "%" not in pair.translation.text:
        return False
    here, there = (
        Counter(one.value for one in view.of(directives)) for view in (pair.source, pair.translation)
    )
    return here == there


def _compared(
    here: list[Placeholder], there: list[Placeholder], *, strict: bool, forms: int
) -> Iterator[Hit]:
    """Compare the placeholders of one syntax: by number where a program goes by their places or is known."""
    if not here and not strict:
        return  # the source shows that nothing reads them
    ours, theirs = Counter(one.value for one in here), Counter(one.value for one in there)
    if not strict and (not here or here[0].syntax not in _BY_PLACE):
        ours, theirs = Counter(set(ours)), Counter(set(theirs))
    added = list((theirs - ours).elements())
    missing = list((ours - theirs).elements())
    if (
        here
        and here[0].syntax is Syntax.PRINTF
        and sorted(map(_plain, added)) == sorted(map(_plain, missing))
    ):
        return  # the same ones, numbered to change their order
    for value in added:
        place = next((one.start, one.stop) for one in reversed(there) if one.value == value)
        if value not in ours:
            yield Hit(f'the source has no placeholder "{value}"', *place)
        else:
            yield Hit(f'the translation has the placeholder "{value}" more often than its source', *place)
    if forms > 1:
        return  # "one file" needs no number
    for value in missing[len(added) :] if len(added) < len(missing) else ():
        yield Hit(f'the placeholder "{value}" of the source is missing in the translation')


def _plain(value: str) -> str:
    number, dollar, rest = value.partition("$")
    return "%" + rest if dollar and number[1:].isdigit() else value


RULE = EntryRule(
    "placeholder",
    Severity.ERROR,
    "Placeholders are those of the source",
    "copy it from the source, letter by letter: a program puts something in its place",
    find=_find,
)
