"""A translation of a comment or a string in code stays within it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.code_text import code_problem
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    if pair.segment is None or not pair.segment.encoding.in_code:
        return
    if problem := code_problem(pair.segment, pair.translation.text):
        yield Hit(problem)


RULE = EntryRule(
    "code-comment",
    Severity.ERROR,
    "A translation in code ends no comment and no string",
    "write plain text, line for line as in the source",
    guard=True,
    find=_find,
)
