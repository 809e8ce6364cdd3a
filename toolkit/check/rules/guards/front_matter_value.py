"""A translation in front matter is one plain value; assembling the page verifies it."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

PROBLEM = "the translation cannot be written as a value of the front matter"

RULE = VerifiedRule(
    "front-matter-value",
    Severity.ERROR,
    "A translation in front matter is one plain value",
    "use plain text without control characters",
    guard=True,
)
