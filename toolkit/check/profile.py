"""Which rules look at a file of a locale, and how much each matters there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from toolkit.check.matching_paths import path_matches
from toolkit.check.pair import Pair
from toolkit.check.registry import RULES
from toolkit.check.rule import CatalogRule, DocumentRule, EntryRule, Hit, Rule, SiteRule, VerifiedRule
from toolkit.check.settings import CheckSettings, Level
from toolkit.model.finding import Severity
from toolkit.model.locale import LocaleTag

_R = TypeVar("_R", bound=Rule)


Looking = tuple[tuple[EntryRule, Severity, Callable[[Pair], Iterable[Hit]]], ...]
"""Rules that look at a pair, each with its severity and with what finds."""


@dataclass(frozen=True)
class Profile:
    """The rules for one file, in their order, each with its severity there."""

    entry_rules: tuple[tuple[EntryRule, Severity], ...] = ()
    catalog_rules: tuple[tuple[CatalogRule, Severity], ...] = ()
    document_rules: tuple[tuple[DocumentRule, Severity], ...] = ()
    site_rules: tuple[tuple[SiteRule, Severity], ...] = ()
    others: tuple[tuple[VerifiedRule, Severity], ...] = ()
    """Rules that are held where assembling, publishing and reading find what breaks them."""

    def looking(self, markdown: bool, copied: bool) -> Looking:
        """Return the rules that look at a pair, by whether it is Markdown and whether it is a copy."""
        return self._looking[markdown, copied]

    @cached_property
    def _looking(self) -> dict[tuple[bool, bool], Looking]:
        return {
            (markdown, copied): tuple(
                (rule, severity, rule.find)
                for rule, severity in self.entry_rules
                if (markdown or not rule.markdown_only) and (rule.copies or not copied)
            )
            for markdown in (False, True)
            for copied in (False, True)
        }

    def deciding(self) -> Profile:
        """Return the part of it that decides what is published: rules about entries that are errors."""
        errors = tuple(pair for pair in self.entry_rules if pair[1] is Severity.ERROR)
        return Profile(entry_rules=errors, others=self.others)

    def severity(self, name: str, otherwise: Severity) -> Severity | None:
        """Return how severe a rule held elsewhere is; ``None`` where it is off."""
        for rule, severity in self.others:
            if rule.name == name:
                return severity
        return None if any(rule.name == name for rule in RULES) else otherwise


def profile_for(settings: CheckSettings, path: str, locale: LocaleTag | None) -> Profile:
    """Return the rules for a file: each as severe as the last fitting line of the configuration has it."""
    levels = dict(settings.levels)
    for override in settings.overrides:
        if _fits(override.paths, override.locales, path, locale):
            levels.update(override.levels)
    return _profile(tuple(sorted(levels.items())))


@lru_cache(maxsize=256)
def _profile(levels: tuple[tuple[str, Level], ...]) -> Profile:
    chosen = dict(levels)
    found: list[tuple[Rule, Severity]] = []
    for rule in RULES:
        level = Level.ERROR if rule.guard else chosen.get(rule.name, Level(rule.severity.value))
        if level is not Level.OFF:
            found.append((rule, Severity(level.value)))
    return Profile(
        entry_rules=_of(EntryRule, found),
        catalog_rules=_of(CatalogRule, found),
        document_rules=_of(DocumentRule, found),
        site_rules=_of(SiteRule, found),
        others=_of(VerifiedRule, found),
    )


def _of(kind: type[_R], found: list[tuple[Rule, Severity]]) -> tuple[tuple[_R, Severity], ...]:
    return tuple((rule, severity) for rule, severity in found if isinstance(rule, kind))


def _fits(paths: tuple[str, ...], locales: tuple[str, ...], path: str, locale: LocaleTag | None) -> bool:
    if paths and not any(path_matches(pattern, path) for pattern in paths):
        return False
    return not locales or (locale is not None and any(_covers(name, locale) for name in locales))


def _covers(name: str, locale: LocaleTag) -> bool:
    """Tell whether a locale is the one of that name, or a kind of it: ``pt`` covers ``pt_BR``."""
    wanted = LocaleTag.parse(name)
    return wanted.language == locale.language and all(
        ours in (None, theirs)
        for ours, theirs in (
            (wanted.script, locale.script),
            (wanted.territory, locale.territory),
            (wanted.variant, locale.variant),
        )
    )


DEFAULT_PROFILE = _profile(())
"""The rules of a project that says nothing of them."""
