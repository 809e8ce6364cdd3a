"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.terms import (
    glossary_forbidden,
    glossary_term,
    inconsistent,
    keep_term,
    reused,
)

RULES: tuple[Rule, ...] = (
    keep_term.RULE,
    glossary_term.RULE,
    glossary_forbidden.RULE,
    inconsistent.RULE,
    reused.RULE,
)
