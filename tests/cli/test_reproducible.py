"""The same project gives the same bytes in any folder, and a second build touches no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.built_sites import SETTINGS, built_site
from tests.cli.project import EPOCH, Project
from toolkit.cli.main import run

LATER = 1_800_000_000


def files_below(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files_below(root)}


@pytest.fixture(params=["stale", "start-pages", "furnished"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the folder of a built project."""
    root = tmp_path / "one"
    root.mkdir()
    built_site(request.param, root)
    return root


def test_another_folder_and_another_order_of_files_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = contents(site / "output")
    assert len(first) > 30
    for seed, backwards in (("1", True), ("2", False)):
        # A folder lists its files in an order that depends on when they were made.
        other = tmp_path / f"other place {seed}" / "ü"
        for path in sorted(files_below(site), reverse=backwards):
            name = path.relative_to(site)
            if name.parts[0] != "output":
                (other / name).parent.mkdir(parents=True, exist_ok=True)
                (other / name).write_bytes(path.read_bytes())
                os.utime(other / name, (LATER, LATER))
        ran = Project(other).program("build", PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH=str(LATER))
        assert ran.code in (0, 1)
        assert contents(other / "output") == first


def test_a_second_run_leaves_every_file_as_it_is(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def state() -> dict[str, tuple[int, int, int]]:
        found = {path.relative_to(site).as_posix(): path.stat() for path in files_below(site)}
        return {name: (one.st_ino, one.st_mtime_ns, one.st_ctime_ns) for name, one in found.items()}

    monkeypatch.chdir(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    before = state()
    assert run(["build"]) in (0, 1)
    assert run(["extract"]) == 0
    assert run(["build"]) in (0, 1)
    assert state() == before


def test_only_what_changed_is_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    before = {path: path.stat().st_ino for path in files_below(site / "output")}
    (site / "toolkit.toml").write_text(SETTINGS.replace("texts", "other") + 'fallback = "stale"\n', "utf-8")
    assert run(["build"]) in (0, 1)
    again = {path for path in before if path.stat().st_ino != before[path]}
    assert {path.suffix for path in again} <= {".html", ".xml", ""}  # the manifest has no ending
    assert {path.name for path in before.keys() - again} >= {"style.css", "article.md"}
