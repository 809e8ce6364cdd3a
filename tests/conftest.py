"""Hypothesis settings for every test: the same examples on every machine, and no clock."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# Searching for new examples is for people (HYPOTHESIS_PROFILE=search); CI must not flicker.
settings.register_profile(
    "fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--long``: searches that take minutes rather than seconds."""
    parser.addoption("--long", action="store_true", help="run the long searches at their full length")
