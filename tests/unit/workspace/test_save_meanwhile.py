"""A translator's editor saves a file at every instant of our reading and writing it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.workspace.write import bytes_there, replace_if_unchanged

PO = "locales/es/LC_MESSAGES/a.po"
OLD = b"msgid one\nmsgstr\n"
SAVED = b"msgid one\nmsgstr uno, saved by a translator\n"
OURS = b"msgid two, added by an update\n"


def save_in_place(target: Path) -> None:
    with target.open("r+b") as file:
        file.truncate()
        file.write(SAVED)


def save_by_rename(target: Path) -> None:
    temporary = target.with_name("editor.tmp")
    temporary.write_bytes(SAVED)
    temporary.replace(target)


def save_with_a_backup(target: Path) -> None:
    target.rename(target.with_name("a.po~"))
    target.write_bytes(SAVED)
    target.with_name("a.po~").unlink()


SYSTEM = {
    *("lstat", "stat", "open", "read", "write", "flush", "fsync", "chmod", "fchmod", "mkdir"),
    *("replace", "rename", "unlink", "close", "__exit__"),
}
SAVES = [save_in_place, save_by_rename, save_with_a_backup]


def update(root: Path) -> bytes:
    """Do what an update does, and return what it believes to have written."""
    for _ in range(5):
        old = bytes_there(root, PO)
        assert old is not None
        if replace_if_unchanged(root, PO, old, old + OURS):
            return old + OURS
    raise AssertionError("the file was saved once only")


@contextmanager
def at_each_call(act: Callable[[str], None]) -> Iterator[None]:
    """Call ``act`` before and after each call into the system, with its name."""

    def event(_frame: FrameType, kind: str, function: object) -> None:
        name = getattr(function, "__name__", "")
        if name in SYSTEM and kind in ("c_call", "c_return"):
            act(f"{kind} {name}")

    sys.setprofile(event)
    try:
        yield
    finally:
        sys.setprofile(None)


@contextmanager
def saved_at(instant: int, save: Callable[[], object]) -> Iterator[None]:
    """Let the translator's editor save at one instant of what is done."""
    left = instant

    def count(_name: str) -> None:
        nonlocal left
        left -= 1
        if left == -1:
            save()

    with at_each_call(count):
        yield


def instants(root: Path) -> list[str]:
    """Return the names of the instants of an update that nothing disturbs."""
    names: list[str] = []
    with at_each_call(names.append):
        update(root)
    return names


def window(names: list[str]) -> range:
    """Return the instants between the last look at the file and the new name, when a save is overwritten.

    No system has a call that renames only while a file holds what it held.
    """
    renamed = names.index("c_call replace")
    opened = max(i for i, name in enumerate(names[:renamed]) if name == "c_return open")
    return range(opened, renamed + 1)


def test_the_last_look_comes_right_before_the_new_name(tree: Tree) -> None:
    names = instants(tree({PO: OLD}))
    last = [names[i].split()[1] for i in window(names)]
    assert last == ["open", "read", "read", "__exit__", "__exit__", "replace"]


@pytest.mark.parametrize("save", SAVES)
def test_what_a_translator_saves_meanwhile_is_never_lost(tree: Tree, save: Callable[[Path], None]) -> None:
    root = tree({PO: OLD})
    names = instants(root)
    spared = window(names)
    assert len(names) > 60
    for instant in range(len(names)):
        if instant in spared:
            continue
        (root / PO).write_bytes(OLD)
        with saved_at(instant, partial(save, root / PO)):
            written = update(root)
        kept = (root / PO).read_bytes()
        assert kept in {SAVED, SAVED + OURS} & {SAVED, written}, names[instant]
        assert [path.name for path in (root / PO).parent.iterdir()] == ["a.po"]


@pytest.mark.parametrize("save", SAVES)
def test_a_save_before_the_last_look_is_merged_and_one_after_it_stays(
    tree: Tree, save: Callable[[Path], None]
) -> None:
    root = tree({PO: OLD})
    names = instants(root)
    ends = {}
    for instant in (window(names).start - 1, len(names) - 1):
        (root / PO).write_bytes(OLD)
        with saved_at(instant, partial(save, root / PO)):
            update(root)
        ends[instant] = (root / PO).read_bytes()
    assert list(ends.values()) == [SAVED + OURS, SAVED]


def test_a_file_that_somebody_creates_meanwhile_is_not_overwritten(tree: Tree) -> None:
    root = tree({PO: OLD})
    names: list[str] = []
    (root / PO).unlink()
    with at_each_call(names.append):
        assert replace_if_unchanged(root, PO, None, OURS)
    looked = max(i for i, name in enumerate(names[: names.index("c_call replace")]) if name == "c_call stat")
    for instant in range(looked + 1):
        (root / PO).unlink()
        with saved_at(instant, partial((root / PO).write_bytes, SAVED)):
            assert replace_if_unchanged(root, PO, None, OURS) is False, names[instant]
        assert (root / PO).read_bytes() == SAVED
        assert [path.name for path in (root / PO).parent.iterdir()] == ["a.po"]
