"""One browser for all tests of a process, for starting it is most of what a test would cost.

The pictures that it takes go to the folder that ``L10N_SCREENSHOTS`` names, else to pytest's own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.bundled import bundled_project
from toolkit.cli.main import run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser; each test opens what it needs."""
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for pictures of pages."""
    named = os.environ.get("L10N_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the bundled articles' pages, built as the project builds them."""
    project = bundled_project(tmp_path_factory.mktemp("project"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["build"]) == 0
    return project / "output/html"
