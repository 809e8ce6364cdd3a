"""One browser for all tests of a process: starting it is most of what a test would cost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.browser import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser; each test opens what it needs."""
    with Browser() as browser:
        yield browser
