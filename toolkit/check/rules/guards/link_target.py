"""A translation links to nothing that its source does not link to."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.inline_safety import link_problem
from toolkit.markdown.placement import placed_forms
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    translation = pair.translation.text
    if "](" not in translation and "<" not in translation:
        return
    problems = (link_problem(pair.source.text, text) for text in placed_forms(translation))
    if problem := next(filter(None, problems), None):
        yield Hit(problem)


RULE = EntryRule(
    "link-target",
    Severity.ERROR,
    "A translation links only to what its source links to",
    "copy the target of the source's link",
    guard=True,
    find=_find,
    markdown_only=True,
)
