"""Marks that French sets apart have their space, and it does not break the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.conventions.spaced_marks import spaced_marks
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_MOST = 20  # findings of one entry
_CANDIDATE = re.compile(r"( ?)(?:([;:!?](?=[\s*_»]|[)\].,](?:\s|$)|$)|»)|«( ?)(?=\S))")
_ANY = ";:!?«»"
_SPACES = "\t\n\u00a0\u2002\u2009\u200a\u202f"
_NOT_A_WORD = f"{_SPACES};:!?([{{«\\"
_SHORT_CODE = re.compile(r":[\w+-]+:$|&#?\w+;$")
_LOOK_BACK = 40
_ECHO = 12  # characters before a mark that tell a title kept from the source


def _find(pair: Pair) -> Iterator[Hit]:
    marks = spaced_marks(pair.translation.locale)
    if not marks:
        return
    if not any(mark in pair.translation.text for mark in _ANY):
        return
    prose, source = pair.translation.prose, pair.source.text
    for match in islice(_CANDIDATE.finditer(prose), _MOST):
        space, mark, after = match.groups()
        start, stop = match.span()
        if mark is None:
            wide = marks.get("»")
            if wide and prose[stop - len(after) - 1 : stop + _ECHO] not in source:
                missing = 'a space is missing after "«"' if not after else 'a plain space stands after "«"'
                yield Hit(missing, stop - len(after) - 1, stop, fix=f"«{wide}")
            continue
        at = stop - 1
        if mark not in marks or not at or prose[max(at - _ECHO, 0) : stop] in source:
            continue
        if space:
            if start and prose[start - 1] not in _SPACES:
                yield Hit(f'a plain space stands before "{mark}"', start, stop, fix=marks[mark] + mark)
        elif prose[at - 1] not in _NOT_A_WORD and not _SHORT_CODE.search(
            prose[max(at - _LOOK_BACK, 0) : stop]
        ):
            yield Hit(f'a space is missing before "{mark}"', at, stop, fix=marks[mark] + mark)


RULE = EntryRule(
    "punctuation-spacing",
    Severity.INFO,
    "Marks that stand apart have a space that does not break the line",
    "put a no-break space there: U+00A0, or the narrow one, U+202F",
    find=_find,
)
