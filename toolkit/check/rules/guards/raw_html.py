"""A translation has no raw HTML that its source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.html_text import html_problem
from toolkit.markdown.inline_safety import raw_html_problem
from toolkit.markdown.placement import placed_forms
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    translation = pair.translation.text
    if "<" not in translation:
        return
    if pair.segment is not None and pair.segment.encoding.in_html:
        problem = html_problem(pair.segment, translation)
    elif pair.translation.markdown:
        # A translation can be written in more than one way: none of them may be more than its source.
        problems = (raw_html_problem(pair.source.text, text) for text in placed_forms(translation))
        problem = next(filter(None, problems), None)
    else:
        return
    if problem:
        yield Hit(problem)


RULE = EntryRule(
    "raw-html",
    Severity.ERROR,
    "A translation has only the HTML tags that its source has",
    "write < as &lt; where it is no tag, or use the tags of the source",
    guard=True,
    find=_find,
)
