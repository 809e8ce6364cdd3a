"""A translation of a comment or a string in code stays within it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.code_text import code_problem
from toolkit.model.finding import Severity

_NAMED = re.compile(r"the translation has (a backslash|\S+), which")


def _find(pair: Pair) -> Iterator[Hit]:
    if pair.segment is None or not pair.segment.encoding.in_code:
        return
    if problem := code_problem(pair.segment, pair.translation.text):
        yield Hit(problem, *_place(problem, pair.translation.text))


def _place(problem: str, translation: str) -> tuple[int, int]:
    """Return where a mark stands that a problem names; an empty range where it names none."""
    named = _NAMED.match(problem)
    piece = "" if named is None else "\\" if named[1] == "a backslash" else named[1]
    start = translation.find(piece) if piece else -1
    return (start, start + len(piece)) if start >= 0 else (0, 0)


RULE = EntryRule(
    "code-comment",
    Severity.ERROR,
    "A translation in code ends no comment and no string",
    "write plain text, line for line as in the source",
    guard=True,
    find=_find,
)
