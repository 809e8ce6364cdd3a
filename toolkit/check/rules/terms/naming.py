"""How findings name what a glossary says."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.check.glossary.glossary import Term

_SHOWN = 3


def either(wordings: Sequence[str]) -> str:
    """Return wordings in quotation marks, the last after "or"; of many only the first three."""
    quoted = [f'"{wording}"' for wording in wordings[:_SHOWN]]
    if len(wordings) > _SHOWN:
        return f"{', '.join(quoted)} and others"
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def noted(advice: str, term: Term) -> str:
    """Return an advice with what the glossary says of the term to translators."""
    return f"{advice}; {term.note}" if term.note else advice
