"""Looking at one translation by all rules that apply to it."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.check.ignoring import ignored_rules
from toolkit.check.pair import Pair
from toolkit.check.profile import Profile
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.catalog import Entry
from toolkit.model.finding import Severity


class Found(NamedTuple):
    """What a rule found in an entry, and how severe that is where it stands."""

    rule: EntryRule
    severity: Severity
    hit: Hit
    form: int | None = None
    """Which plural form it was found in; ``None`` in an entry without."""


def check_pair(pair: Pair, entry: Entry, profile: Profile, form: int | None = None) -> tuple[Found, ...]:
    """Return what the rules of a profile find in a translation, in the order of the rules.

    Where a guard objects no other rule looks: one cause, one finding.  What the entry's comments ignore is
    left out, except what a guard finds: a PO file cannot switch off what protects from it.
    """
    found: list[Found] = []
    ignored: tuple[str, ...] | None = None
    for rule, severity, find in profile.looking(pair.translation.markdown, pair.copied):
        for hit in find(pair):
            if not rule.guard:
                ignored = ignored_rules(entry) if ignored is None else ignored
                if rule.name in ignored:
                    break
            found.append(Found(rule, severity, hit, form))
        if found and rule.guard:
            break
    return tuple(found)
