"""The catalogs of a project to the units of one memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.catalog.memory.pairs import pairs_of
from toolkit.catalog.memory.tmx_writer import forbidden_in
from toolkit.catalog.memory.unit import Unit
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag


class Part(NamedTuple):
    """A catalog, with what it says of whose texts."""

    domain: str
    """Empty for a catalog that belongs to no domain."""
    locale: LocaleTag
    catalog: Catalog


@dataclass(frozen=True, slots=True)
class Gathered:
    """The units, and what TMX cannot hold."""

    units: tuple[Unit, ...]
    findings: tuple[Finding, ...]


def gather(parts: Iterable[Part]) -> Gathered:
    """Return the units of catalogs, in the order of the catalogs and of their entries.

    Locales share a unit where the domain, the context and the text are the same. Of each locale, a text
    with its context and translation is there once: where it stood first. Another translation of it stands
    in a further unit, so that no program has to choose. What holds a character that XML cannot write is
    left out (``tmx-character``).
    """
    translations: dict[tuple[str, str | None, str], list[dict[LocaleTag, str]]] = {}
    seen: set[tuple[LocaleTag, str | None, str, str]] = set()
    findings: list[Finding] = []
    for domain, locale, catalog in parts:
        for (context, source), target, line in pairs_of(catalog):
            context = context or None
            fact = (locale, context, source, target)
            if fact in seen:
                continue
            seen.add(fact)
            character = forbidden_in(f"{domain}{context or ''}{source}{target}")
            if character:
                findings.append(_left_out(character, catalog.path, line))
                continue
            several = translations.setdefault((domain, context, source), [])
            free = next((targets for targets in several if locale not in targets), None)
            if free is None:
                several.append({locale: target})
            else:
                free[locale] = target
    units = [
        Unit(source, tuple(targets.items()), context, domain)
        for (domain, context, source), several in translations.items()
        for targets in several
    ]
    return Gathered(tuple(units), tuple(findings))


def _left_out(character: str, path: str, line: int) -> Finding:
    return Finding(
        "tmx-character",
        Severity.WARNING,
        f"the translation or its text holds U+{ord(character):04X}, which XML cannot write; it is left out",
        Place(path, line, 1),
        "remove the character, or leave the entry out of the memory",
    )
