"""Whether a translation keeps the pieces of its source that are not Markdown: tags, roles, formulas."""

from __future__ import annotations

from collections import Counter

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.verbatim import verbatim_ranges

_LONGEST = 60  # characters that are shown


def verbatim_problem(source: str, translation: str, dialect: Dialect) -> str | None:
    """Return which piece of a text a translation changed, lost or added, or ``None``.

    Template tags run, roles link and formulas are read by other programs: a translation holds each one as
    often as its source, in any order.
    """
    if not dialect.templates and not dialect.verbatim:
        return None
    here, there = _pieces(source, dialect), _pieces(translation, dialect)
    for piece in (here - there).elements():
        return f"the translation lacks {_shown(piece)}, which its source has"
    for piece in (there - here).elements():
        return f"the translation has {_shown(piece)}, which its source has not, or not as often"
    return None


def _pieces(text: str, dialect: Dialect) -> Counter[str]:
    return Counter(" ".join(text[start:stop].split()) for start, stop in verbatim_ranges(text, dialect))


def _shown(piece: str) -> str:
    return f'"{piece if len(piece) <= _LONGEST else piece[:_LONGEST] + "…"}"'
