"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.text import (
    brackets,
    capital,
    double_space,
    doubled_word,
    edge_space,
    empty_markup,
    end_punctuation,
    length,
    max_length,
    newline_escape,
    opening_mark,
    punctuation_spacing,
    quotes,
    unbalanced_quotes,
    unchanged,
)

RULES: tuple[Rule, ...] = (
    unchanged.RULE,
    length.RULE,
    max_length.RULE,
    edge_space.RULE,
    double_space.RULE,
    newline_escape.RULE,
    empty_markup.RULE,
    brackets.RULE,
    unbalanced_quotes.RULE,
    quotes.RULE,
    end_punctuation.RULE,
    opening_mark.RULE,
    punctuation_spacing.RULE,
    capital.RULE,
    doubled_word.RULE,
)
