"""Emphasis in a translation is read as emphasis; assembling mends what it can and tells the rest."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

RULE = VerifiedRule(
    "emphasis-flanking",
    Severity.WARNING,
    "Marks of emphasis are read as emphasis",
    "put punctuation outside of the marks, as in **真**。她, or a space beside them",
)
