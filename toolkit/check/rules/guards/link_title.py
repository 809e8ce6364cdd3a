"""A translation of the title of a link definition can be a title."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.link_titles import title_problem
from toolkit.model.finding import Severity
from toolkit.model.segment import Encoding

PROBLEM = "the translation cannot be written as the title of a link"


def _find(pair: Pair) -> Iterator[Hit]:
    if pair.segment is None or pair.segment.encoding is not Encoding.LINK_TITLE:
        return
    if problem := title_problem(pair.segment, pair.translation.text):
        yield Hit(problem)


RULE = EntryRule(
    "link-title",
    Severity.ERROR,
    "A translation of a link's title has no blank line and no control character",
    "write plain text, without blank lines and control characters",
    guard=True,
    find=_find,
)
