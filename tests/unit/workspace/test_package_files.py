from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.errors import ConfigError
from toolkit.workspace import package_files
from toolkit.workspace.package_files import overridden, packaged


def test_packaged_files_are_read_by_relative_name(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree(
        {
            "templates/page.html": "p",
            "templates/parts/menu.html": b"\xff",
            "templates/__pycache__/x.pyc": "",
            "templates/.DS_Store": "",
            "static/x": "",
        }
    )
    asked: list[str] = []

    def files(package: str) -> Path:
        asked.append(package)
        return root

    monkeypatch.setattr(package_files, "files", files)
    assert list(packaged("templates").items()) == [("page.html", b"p"), ("parts/menu.html", b"\xff")]
    assert asked == ["toolkit.publish"]


def test_a_folder_that_does_not_ship_is_a_bug() -> None:
    with pytest.raises(FileNotFoundError):
        packaged("no-such-folder")


def test_the_users_files_take_the_place_of_those_of_the_same_name(tree: Tree) -> None:
    theme = tree({"page.html": "mine", "parts/menu.html": "mine", "parts/own.html": "own"})
    shipped = {"page.html": b"p", "parts/menu.html": b"m", "menu.html": b"x"}
    assert list(overridden(shipped, theme).items()) == [
        ("menu.html", b"x"),
        ("page.html", b"mine"),
        ("parts/menu.html", b"mine"),
        ("parts/own.html", b"own"),
    ]


def test_what_editors_leave_and_links_to_folders_are_no_part_of_a_theme(tree: Tree) -> None:
    theme = tree({"a.css": "a", "a.css~": "old", ".a.css.swp": "", ".git/config": "", "more/b.css": "b"})
    (theme / "round").symlink_to(theme)
    assert overridden({}, theme) == {"a.css": b"a", "more/b.css": b"b"}


def test_without_a_theme_nothing_is_replaced(tmp_path: Path) -> None:
    assert overridden({"a": b"1"}, tmp_path / "theme") == {"a": b"1"}


def test_a_theme_file_that_cannot_be_read_is_an_error(tree: Tree) -> None:
    theme = tree({"page.html/x": ""})
    with pytest.raises(ConfigError) as caught:
        overridden({"page.html": b""}, theme)
    assert (caught.value.message, caught.value.rule) == ("the file is a folder", "theme-unreadable")
