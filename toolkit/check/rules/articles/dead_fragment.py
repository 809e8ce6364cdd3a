"""Fragments of links name an id of their page; publishing, which knows all ids, finds it."""

from __future__ import annotations

from toolkit.check.rule import VerifiedRule
from toolkit.model.finding import Severity

RULE = VerifiedRule("dead-fragment", Severity.WARNING, "Fragments of links name an id of their page")
