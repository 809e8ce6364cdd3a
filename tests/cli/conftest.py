"""A small project for every test of the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.project import BABEL_CFG, EPOCH, MakeProject, Project


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> MakeProject:
    """Return a function that writes a project, goes to its folder, and returns it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    def make(files: Mapping[str, str | bytes], *locales: str) -> Project:
        root = tmp_path / "project"
        root.mkdir()
        made = Project(root, capsys)
        for path, content in {"babel.cfg": BABEL_CFG, **files}.items():
            made.write(path, content)
        for tag in locales:
            made.add_locale(tag)
        monkeypatch.chdir(root)
        return made

    return make
