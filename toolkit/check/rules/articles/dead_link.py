"""Relative links and images lead to files that are there; publishing finds it."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

RULE = VerifiedRule("dead-link", Severity.WARNING, "Relative links and images lead to files that are there")
