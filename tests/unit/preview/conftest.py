"""A project that is served while a test runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.preview.previewed import Previewed, previewed, write_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    write_project(root)
    capsys.readouterr()
    return root


@pytest.fixture
def served(project: Path) -> Iterator[Previewed]:
    with previewed(project) as found:
        yield found
