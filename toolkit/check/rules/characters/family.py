"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.characters import (
    bidi_control,
    control_character,
    invisible_character,
    mixed_script,
    mojibake,
    wrong_script,
)

RULES: tuple[Rule, ...] = (
    control_character.RULE,
    bidi_control.RULE,
    invisible_character.RULE,
    mojibake.RULE,
    mixed_script.RULE,
    wrong_script.RULE,
)
