"""A translation leaves the blocks of its page as they are; assembling the page verifies it."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

PROBLEM = "the translation would change the structure of the page: it begins, ends or splits a block"

RULE = VerifiedRule(
    "block-structure",
    Severity.ERROR,
    "A translation leaves the blocks of its page as they are",
    "write it on one line, without a mark or a tag at its beginning that the source does not begin with",
    guard=True,
)
