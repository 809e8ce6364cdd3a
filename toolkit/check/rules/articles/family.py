"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.articles import (
    dead_fragment,
    dead_link,
    dead_reference,
    directive,
    heading_level,
    image_alt,
    long_segment,
    repeated_heading,
    vague_link,
)

RULES: tuple[Rule, ...] = (
    long_segment.RULE,
    heading_level.RULE,
    repeated_heading.RULE,
    image_alt.RULE,
    dead_link.RULE,
    dead_fragment.RULE,
    dead_reference.RULE,
    directive.RULE,
    vague_link.RULE,
)
