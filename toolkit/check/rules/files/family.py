"""The rules of this family, in the order in which they look."""

from __future__ import annotations

from toolkit.check.rule import Rule

RULES: tuple[Rule, ...] = ()
