"""A translation has none of the variants that the glossary forbids for a term of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from toolkit.check.glossary.glossary import Term, TermUse
from toolkit.check.glossary.wording import places_of
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.rules.terms.naming import either, noted
from toolkit.model.finding import Severity

_ADVICE = "use another word"
_MANY = 20
"""Places of one variant that are told in one text."""


def _find(pair: Pair) -> Iterator[Hit]:
    glossary = pair.allowed.glossary
    if not glossary.terms:
        return
    uses = pair.source.of(glossary.uses)
    if not any(use.term.forbidden for use in uses):
        return
    taken: set[int] = set()
    right: set[int] | None = None
    for term, times in Counter(use.term for use in uses).items():
        left: int | None = None
        for variant in term.forbidden:
            for start, stop in islice(places_of(pair.translation, variant), _MANY):
                if right is None:
                    right = _covered(pair, uses)
                if start in right or start in taken:
                    continue
                left = times - _places(pair, term) if left is None else left
                if left <= 0:
                    break  # all uses have their translation: this stands for something else
                taken.update(range(start, stop))
                piece = pair.translation.text[start:stop]
                instead = f"write {either(term.translations)}" if term.translations else _ADVICE
                message = f'the glossary does not want "{piece}" for "{term.source}"'
                yield Hit(message, start, stop, hint=noted(instead, term))


def _covered(pair: Pair, uses: tuple[TermUse, ...]) -> set[int]:
    """Return the offsets within allowed translations: what stands in one is no variant of another."""
    found: set[int] = set()
    for wording in dict.fromkeys(wording for use in uses for wording in use.term.translations):
        for start, stop in places_of(pair.translation, wording):
            found.update(range(start, stop))
    return found


def _places(pair: Pair, term: Term) -> int:
    """Return how often the translation has an allowed translation of a term."""
    return len({place for wording in term.translations for place in places_of(pair.translation, wording)})


RULE = EntryRule(
    "glossary-forbidden",
    Severity.WARNING,
    "No translation of a term is one that the glossary forbids",
    _ADVICE,
    find=_find,
)
