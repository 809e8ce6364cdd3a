"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.facts import (
    abbreviation,
    citation,
    comparison,
    negation,
    number,
    quantity,
    sign,
    unit,
)

RULES: tuple[Rule, ...] = (
    quantity.RULE,
    comparison.RULE,
    number.RULE,
    unit.RULE,
    sign.RULE,
    negation.RULE,
    citation.RULE,
    abbreviation.RULE,
)
