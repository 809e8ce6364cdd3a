"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.structure import (
    code_count,
    code_span,
    emphasis_count,
    emphasis_flanking,
    hard_break,
    link_count,
    link_target,
    markup_left,
    placeholder,
    reference_label,
)

RULES: tuple[Rule, ...] = (
    reference_label.RULE,
    link_target.RULE,
    link_count.RULE,
    code_span.RULE,
    code_count.RULE,
    placeholder.RULE,
    markup_left.RULE,
    emphasis_count.RULE,
    hard_break.RULE,
    emphasis_flanking.RULE,
)
