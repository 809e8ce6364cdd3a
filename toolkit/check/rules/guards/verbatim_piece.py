"""What other programs read, a translation keeps letter by letter: template tags, roles, formulas."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.other_readers import other_markup
from toolkit.markdown.placement import placed_forms
from toolkit.markdown.verbatim_safety import verbatim_problem
from toolkit.model.finding import Severity

_AS_THEY_ARE = frozenset({"commonmark", "gfm"})
"""Dialects whose readers keep to the grammar that we parse by."""
_LEAVE_OUT = "leave it out, or write its first character as an entity"
_BACKSLASH = "a backslash in a quoted argument, which programs read as an escape"


def _find(pair: Pair) -> Iterator[Hit]:
    if pair.segment is not None and pair.segment.encoding.in_front_matter:
        return
    source, translation, dialect = pair.source.text, pair.translation.text, pair.source.dialect
    for text in placed_forms(translation) if pair.translation.markdown else (translation,):
        if problem := verbatim_problem(source, text, dialect):
            yield Hit(problem)
            return
        if dialect.name not in _AS_THEY_ARE and (problem := other_markup(source, text)):
            yield Hit(problem, hint=_LEAVE_OUT)
            return
    in_quotes = pair.segment is not None and pair.segment.encoding.in_quotes
    if in_quotes and "\\" in translation and "\\" not in source:
        yield Hit(_BACKSLASH, hint="write it without a backslash")


RULE = EntryRule(
    "verbatim-piece",
    Severity.ERROR,
    "Pieces that a site generator reads are kept letter by letter",
    "copy it letter by letter: the site generator reads it, not the reader",
    guard=True,
    find=_find,
)
