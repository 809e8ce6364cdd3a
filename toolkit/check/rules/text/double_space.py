"""One space stands between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_MOST = 20  # findings of one entry
_DOUBLE = re.compile(r"(?<=\S)  +(?=\S)")


def _find(pair: Pair) -> Iterator[Hit]:
    if "  " not in pair.translation.text or "  " in pair.source.text.strip():
        return
    for match in islice(_DOUBLE.finditer(pair.translation.prose), _MOST):
        yield Hit("two spaces stand between words", *match.span(), fix=" ")


RULE = EntryRule(
    "double-space",
    Severity.INFO,
    "One space stands between words",
    "write one space",
    find=_find,
)
