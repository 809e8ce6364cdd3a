"""Directives in comments have an effect; parsing the article finds it."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

RULE = VerifiedRule("directive", Severity.WARNING, "Directives in comments have an effect")
