"""A project's glossary as its file has it: terms with their wordings in all locales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.catalog.memory.language_match import best_match
from toolkit.check.glossary.glossary import Glossary, Term
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """One term of the source language, and what it becomes in each locale."""

    source: str
    keep: bool = False
    case: bool = False
    note: str = ""
    allowed: Mapping[LocaleTag, tuple[str, ...]] = field(default_factory=dict, hash=False)
    forbidden: Mapping[LocaleTag, tuple[str, ...]] = field(default_factory=dict, hash=False)
    line: int = field(default=0, compare=False)
    """Where it begins in its file, from 1."""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """What a glossary file holds, and what in it could not be used."""

    rows: tuple[GlossaryRow, ...] = ()
    locales: tuple[LocaleTag, ...] = ()
    """The locales that it has wordings for, sorted."""
    findings: tuple[Finding, ...] = ()

    def for_locale(self, tag: LocaleTag) -> Glossary:
        """Return the terms of a locale; what it does not have itself a more general one lends it.

        ``pt`` serves ``pt_BR`` and ``es_ES`` serves ``es``, term by term, but ``pt_PT`` does not serve
        ``pt_BR``. Rows of one term are one: their wordings add up, and what one of them allows no other
        forbids.
        """
        serving = _serving(tag, self.locales)
        terms: dict[tuple[str, bool], Term] = {}
        for row in self.rows:
            allowed, forbidden = _nearest(row.allowed, serving), _nearest(row.forbidden, serving)
            if not (allowed or forbidden or row.keep):
                continue
            key = (row.source, row.case)
            known = terms.get(key, Term(row.source, case=row.case))
            allowed = tuple(dict.fromkeys(known.translations + allowed))
            terms[key] = Term(
                row.source,
                allowed,
                tuple(one for one in dict.fromkeys(known.forbidden + forbidden) if one not in allowed),
                known.keep or row.keep,
                "; ".join(dict.fromkeys(note for note in (known.note, row.note) if note)),
                row.case,
            )
        return Glossary(tuple(terms.values()))


def _serving(tag: LocaleTag, offered: tuple[LocaleTag, ...]) -> tuple[LocaleTag, ...]:
    """Return the locales of a file that serve one, the nearest first."""
    left = list(offered)
    found = []
    while (best := best_match(tag, left)) is not None:
        found.append(best)
        left.remove(best)
    return tuple(found)


def _nearest(
    wordings: Mapping[LocaleTag, tuple[str, ...]], serving: tuple[LocaleTag, ...]
) -> tuple[str, ...]:
    return next((wordings[tag] for tag in serving if wordings.get(tag)), ())
