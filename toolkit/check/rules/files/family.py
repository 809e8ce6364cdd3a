"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule
from toolkit.check.rules.files import (
    conflict_marker,
    header,
    header_field,
    header_placeholder,
    language,
    plural_count,
    plural_forms,
    segmentation,
    stale,
    stray_previous,
    translated_before,
    unknown_ignore,
)

RULES: tuple[Rule, ...] = (
    conflict_marker.RULE,
    header.RULE,
    header_field.RULE,
    header_placeholder.RULE,
    language.RULE,
    plural_forms.RULE,
    plural_count.RULE,
    segmentation.RULE,
    stale.RULE,
    stray_previous.RULE,
    translated_before.RULE,
    unknown_ignore.RULE,
)
