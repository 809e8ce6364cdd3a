"""A translation that is there holds text; assembling the page verifies it."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

PROBLEM = "the translation holds no text"

RULE = VerifiedRule(
    "empty-translation",
    Severity.ERROR,
    "A translation that is there holds text",
    "translate it, or leave msgstr empty: then the page shows the source text",
    guard=True,
)
