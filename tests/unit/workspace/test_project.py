from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.errors import ConfigError
from toolkit.workspace.project import Project, find_project
from toolkit.workspace.settings import Settings


def test_the_search_goes_upwards_and_a_file_sets_the_root(tree: Tree) -> None:
    root = tree({"toolkit.toml": 'project = "P"\n', "a/b/c.md": ""}).resolve()
    expected = Project(root, Settings(project="P"), root / "toolkit.toml")
    assert find_project(root / "a/b") == expected
    assert find_project(root) == expected


def test_the_folders_of_a_project_hang_below_its_root(tmp_path: Path) -> None:
    project = Project(tmp_path, Settings(theme="our/theme"))
    below = [path.relative_to(tmp_path).as_posix() for path in (project.locales_dir, project.output_dir)]
    assert below == ["locales", "output"]
    assert project.babel_cfg == tmp_path / "babel.cfg"
    assert project.theme_dir == tmp_path / "our/theme"


def test_toolkit_toml_wins_over_pyproject_in_the_same_folder(tree: Tree) -> None:
    root = tree({"toolkit.toml": 'project = "A"', "pyproject.toml": '[tool.toolkit]\nproject = "B"'})
    assert find_project(root).settings.project == "A"
    (root / "toolkit.toml").unlink()
    assert find_project(root).settings.project == "B"


def test_a_pyproject_without_our_table_is_passed_over(tree: Tree) -> None:
    root = tree({"toolkit.toml": "", "package/pyproject.toml": "[tool.other]\n[tool.toolkits]\n"})
    assert find_project(root / "package").root == root.resolve()


def test_a_folder_with_babel_cfg_alone_is_a_project_named_like_it(tree: Tree) -> None:
    root = tree({"pyproject.toml": "[tool.toolkit]", "docs/babel.cfg": "", "docs/pyproject.toml": ""})
    docs = root.resolve() / "docs"
    assert find_project(docs) == Project(docs, Settings(project="docs"), None)


def test_the_search_ends_at_the_repository(tree: Tree) -> None:
    root = tree({"toolkit.toml": "", "inner/.git": "gitdir: elsewhere\n", "inner/a/x": ""})
    with pytest.raises(ConfigError) as caught:
        find_project(root / "inner/a")
    assert caught.value.rule == "no-project"
    (root / "inner/babel.cfg").touch()
    assert find_project(root / "inner/a").root == root.resolve() / "inner"


def test_an_explicit_file_skips_the_search(tree: Tree) -> None:
    root = tree({"toolkit.toml": 'project = "A"', "other/my.toml": 'project = "B"'}).resolve()
    found = find_project(root, root / "other/my.toml")
    assert found == Project(root / "other", Settings(project="B"), root / "other/my.toml")


@pytest.mark.parametrize(
    ("files", "explicit", "message", "line", "column"),
    [
        ({"toolkit.toml": "a = 1\nb = \x01\n"}, None, "not TOML: Invalid value", 2, 5),
        ({"toolkit.toml": "a = 1\nb = "}, None, "not TOML: Invalid value", 2, 5),
        ({"toolkit.toml": "a = " + "[" * 3000}, None, "the file is nested too deeply", 0, 0),
        ({"toolkit.toml": b"a = '\xff'"}, None, "the file is not UTF-8 (byte 6)", 0, 0),
        ({"toolkit.toml/x": ""}, None, "the file is a folder", 0, 0),
        (
            {"toolkit.toml": "#" * 1_000_001},
            None,
            "the file has 1,000,001 bytes; the limit is 1,000,000",
            0,
            0,
        ),
        ({"pyproject.toml": "[tool]\ntoolkit = 3"}, None, "tool.toolkit: expected a table", 0, 0),
        ({}, "none.toml", "the file does not exist", 0, 0),
        ({"pyproject.toml": ""}, "pyproject.toml", "the file has no [tool.toolkit] table", 0, 0),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    tree: Tree,
    files: dict[str, str | bytes],
    explicit: str | None,
    message: str,
    line: int,
    column: int,
) -> None:
    root = tree({**files, ".git/HEAD": ""})
    with pytest.raises(ConfigError) as caught:
        find_project(root, root / explicit if explicit else None)
    error = caught.value
    name = explicit or next(iter(files)).partition("/")[0]
    assert (error.message, error.line, error.column) == (message, line, column)
    assert error.path == (root / name).resolve().as_posix()


def test_a_byte_order_mark_and_windows_line_endings_are_accepted(tree: Tree) -> None:
    root = tree({"toolkit.toml": b'\xef\xbb\xbfproject = "P"\r\ntheme = "t"\r\n'})
    assert find_project(root).settings == Settings(project="P", theme="t")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_never_opened(tree: Tree) -> None:
    root = tree({})
    os.mkfifo(root / "toolkit.toml")
    with pytest.raises(ConfigError, match="not a regular file"):
        find_project(root)
