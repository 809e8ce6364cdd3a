from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.errors import OutputError
from toolkit.model.output import Output
from toolkit.workspace.leftovers import remove_leftovers
from toolkit.workspace.write import write_if_different

NAME = ".toolkit-0123456789abcdef.tmp"
PLACES = (f"locales/{NAME}", f"locales/es/{NAME}", f"locales/es/LC_MESSAGES/{NAME}")


def files_below(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()}


def test_what_a_killed_run_left_is_removed_in_each_folder_of_the_locales(tree: Tree) -> None:
    kept = {"locales/a.pot": "a", "locales/es/memory.po": "b", "locales/es/LC_MESSAGES/a.po": "c"}
    root = tree({**kept, **dict.fromkeys(PLACES, "half a fi")})
    assert remove_leftovers(root) == PLACES
    assert files_below(root) == kept.keys()
    assert remove_leftovers(root) == ()


def test_only_names_that_are_exactly_ours_go_and_only_there(tree: Tree) -> None:
    others = [
        *("locales/.toolkit-0123456789abcde.tmp", "locales/.toolkit-0123456789abcdef0.tmp"),
        *("locales/.toolkit-0123456789ABCDEF.tmp", "locales/.toolkit-0123456789abcdef.tmp~"),
        *("locales/.toolkit-0123456789abcdef.po", f"locales/x{NAME}", "locales/.toolkit.lock"),
        *(NAME, f"source/{NAME}", f"output/{NAME}", f"locales/es/LC_MESSAGES/sub/{NAME}"),
    ]
    root = tree(dict.fromkeys(others, ""))
    assert remove_leftovers(root) == ()
    assert files_below(root) == set(others)


def test_links_are_neither_removed_nor_followed(tree: Tree, tmp_path: Path) -> None:
    root = tree({"locales/de/x": ""})
    outside = tmp_path / "outside"
    (outside / "LC_MESSAGES").mkdir(parents=True)
    (outside / NAME).touch()
    (outside / "LC_MESSAGES" / NAME).touch()
    (root / "locales" / NAME).symlink_to(outside / NAME)
    (root / "locales/es").symlink_to(outside, target_is_directory=True)
    (root / "locales/de/LC_MESSAGES").symlink_to(outside / "LC_MESSAGES", target_is_directory=True)
    before = files_below(tmp_path)
    assert remove_leftovers(root) == ()
    assert files_below(tmp_path) == before


def test_locales_that_are_a_link_are_refused(tree: Tree, tmp_path: Path) -> None:
    root = tree({})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / NAME).touch()
    (root / "locales").symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(OutputError, match="is a link"):
        remove_leftovers(root)
    assert (tmp_path / "outside" / NAME).exists()


def test_folders_of_that_name_and_missing_folders_are_passed_over(tree: Tree) -> None:
    root = tree({f"locales/{NAME}/x": "", "locales/es/x": "", "locales/a.pot": ""})
    assert remove_leftovers(root) == ()
    assert files_below(root) == {f"locales/{NAME}/x", "locales/es/x", "locales/a.pot"}
    assert remove_leftovers(root / "locales/es") == ()


def test_the_names_are_those_that_writing_gives(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({"locales/es/LC_MESSAGES/a.po": "old"})

    class KilledError(BaseException):
        pass

    def killed(*_arguments: object, **_more: object) -> None:
        raise KilledError

    monkeypatch.setattr(os, "fsync", killed)
    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(KilledError):
        write_if_different(root, Output("locales/es/LC_MESSAGES/a.po", b"new"))
    monkeypatch.undo()
    (left,) = files_below(root) - {"locales/es/LC_MESSAGES/a.po"}
    assert remove_leftovers(root) == (left,)
