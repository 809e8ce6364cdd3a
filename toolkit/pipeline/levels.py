"""The severity that a project gives to what parsing and publishing find in articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from toolkit.check.profile import profile_for
from toolkit.check.registry import FAMILIES
from toolkit.check.rule import VerifiedRule
from toolkit.check.settings import CheckSettings
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag

FOUND_ELSEWHERE: Final = frozenset(
    rule.name for rule in FAMILIES["articles"] if isinstance(rule, VerifiedRule)
)
"""Rules of articles that no function of their own holds."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Gives such findings their severity; all others have theirs already."""

    settings: CheckSettings
    source_locale: LocaleTag

    def __call__(self, finding: Finding) -> Finding | None:
        """Return the finding as severe as the project has it; ``None`` where its rule is off."""
        if finding.rule not in FOUND_ELSEWHERE:
            return finding
        profile = profile_for(self.settings, finding.place.path, self.source_locale)
        severity = profile.severity(finding.rule, finding.severity)
        return replace(finding, severity=severity) if severity is not None else None
