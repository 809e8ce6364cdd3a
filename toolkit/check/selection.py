"""Which findings somebody asked to hear of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from toolkit.check.registry import FAMILIES
from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.model.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class Selection:
    """Names of rules to hear of, and of rules not to."""

    selected: frozenset[str] = frozenset()
    """Empty: all."""
    ignored: frozenset[str] = frozenset()

    def includes(self, finding: Finding) -> bool:
        """Tell whether a finding is asked for."""
        return (not self.selected or finding.rule in self.selected) and finding.rule not in self.ignored

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that are asked for, in their order."""
        return tuple(finding for finding in findings if self.includes(finding))


def selection_of(select: Sequence[str], ignore: Sequence[str], known: Collection[str]) -> Selection:
    """Return the selection that names of rules and of families make, several in one text with commas.

    ``known`` are the names that findings have, those without a rule of their own among them.  Raises
    `ConfigError` for a name that none has.
    """
    return Selection(_names(select, known), _names(ignore, known))


def _names(texts: Sequence[str], known: Collection[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in filter(None, (part.strip() for text in texts for part in text.split(","))):
        if name in known:
            found.add(name)
        elif name in FAMILIES:
            found.update(rule.name for rule in FAMILIES[name])
        else:
            hint = did_you_mean(name, (*known, *FAMILIES)) or "see all: toolkit explain --list"
            raise ConfigError(f'there is no rule "{name}"', rule="config", hint=hint)
    return frozenset(found)
