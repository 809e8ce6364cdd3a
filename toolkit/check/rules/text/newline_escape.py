"""No escape of a newline or a tab stands in the words of a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_ESCAPE = re.compile(r"(?<![\\:\w])(?:\\[nrt])+(?![a-z_\\])|(?<=[\w.!?])\\[nr](?=\s|$|[A-Z])")

_ANY = re.compile(r"\\[nrt](?![a-z_])")


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if "\\" not in text or _ANY.search(pair.source.text):
        return  # a source that writes them is text of a program
    if match := _ESCAPE.search(pair.translation.prose):
        yield Hit(f'"{match[0]}" is printed as it stands, and begins no line', *match.span())


RULE = EntryRule(
    "newline-escape",
    Severity.WARNING,
    "No escape of a newline or a tab stands in the words of a translation",
    "write a space in its place, or a line break as the source does",
    find=_find,
)
