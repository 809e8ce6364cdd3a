"""What other programs read, a translation keeps letter by letter: template tags, roles, formulas."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.verbatim import verbatim_ranges
from toolkit.markdown.other_readers import other_markup
from toolkit.markdown.placement.normal_text import placed_forms
from toolkit.markdown.verbatim_safety import verbatim_problem
from toolkit.model.finding import Severity

_AS_THEY_ARE = frozenset({"commonmark", "gfm"})
"""Dialects whose readers keep to the grammar that we parse by."""
_LEAVE_OUT = "leave it out, or write its first character as an entity"
_BACKSLASH = "a backslash in a quoted argument, which programs read as an escape"


def _find(pair: Pair) -> Iterator[Hit]:
    dialect = pair.source.dialect
    encoding = pair.segment.encoding if pair.segment is not None else None
    if encoding is not None and encoding.in_front_matter:
        return
    source, translation = pair.source.text, pair.translation.text
    others = dialect.name not in _AS_THEY_ARE
    if others or dialect.templates or dialect.verbatim:
        for text in placed_forms(translation) if pair.translation.markdown else (translation,):
            if problem := verbatim_problem(source, text, dialect):
                yield Hit(problem, *_place(source, translation, dialect))
                return
            if others and (problem := other_markup(source, text)):
                yield Hit(problem, hint=_LEAVE_OUT)
                return
    if encoding is not None and encoding.in_quotes and "\\" in translation and "\\" not in source:
        start = translation.index("\\")
        yield Hit(_BACKSLASH, start, start + 1, hint="write it without a backslash")


def _place(source: str, translation: str, dialect: Dialect) -> tuple[int, int]:
    """Return the first piece of a translation that its source does not have, or an empty range."""
    known = {" ".join(source[a:b].split()) for a, b in verbatim_ranges(source, dialect)}
    for start, stop in verbatim_ranges(translation, dialect):
        if " ".join(translation[start:stop].split()) not in known:
            return start, stop
    return 0, 0


RULE = EntryRule(
    "verbatim-piece",
    Severity.ERROR,
    "Pieces that a site generator reads are kept letter by letter",
    "copy it letter by letter: the site generator reads it, not the reader",
    guard=True,
    find=_find,
)
