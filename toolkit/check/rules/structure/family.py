"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.structure import emphasis_flanking

RULES: tuple[Rule, ...] = (emphasis_flanking.RULE,)
