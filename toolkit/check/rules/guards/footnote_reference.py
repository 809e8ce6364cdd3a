"""A translation has the footnote references of its source, each as often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.inline_safety import footnote_problem
from toolkit.markdown.placement.normal_text import placed_forms
from toolkit.model.finding import Severity

_TOO_OFTEN = re.compile(r"the translation has the footnote reference (\[\^.*\]) more often")


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source.text, pair.translation.text
    if not any(mark in text for text in (source, translation) for mark in ("[^", "^[")):
        return
    labels = pair.source.definitions.footnotes
    problems = (footnote_problem(source, text, labels) for text in placed_forms(translation))
    if problem := next(filter(None, problems), None):
        yield Hit(problem, *_place(problem, translation))


def _place(problem: str, translation: str) -> tuple[int, int]:
    """Return the last reference to a footnote that a translation has too often; else an empty range."""
    named = _TOO_OFTEN.search(problem)
    start = translation.rfind(named[1]) if named else -1
    return (start, start + len(named[1])) if named and start >= 0 else (0, 0)


RULE = EntryRule(
    "footnote-reference",
    Severity.ERROR,
    "Footnote references are those of the source, each as often",
    "copy the footnote references and notes of the source, each one once",
    guard=True,
    find=_find,
    markdown_only=True,
)
