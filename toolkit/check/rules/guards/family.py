"""The guards, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.guards import (
    block_structure,
    code_comment,
    empty_translation,
    footnote_reference,
    foreign_link,
    link_title,
    message_length,
    raw_html,
    sanitizer,
    verbatim_piece,
)

RULES: tuple[Rule, ...] = (
    message_length.RULE,
    raw_html.RULE,
    foreign_link.RULE,
    footnote_reference.RULE,
    verbatim_piece.RULE,
    code_comment.RULE,
    link_title.RULE,
    sanitizer.RULE,
    empty_translation.RULE,
    block_structure.RULE,
)
