from __future__ import annotations

import errno
import importlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.errors import OutputError
from toolkit.workspace.lock import LOCK_FILE, locales_lock

REPOSITORY = Path(__file__).parents[3]

HOLD = """
import sys
from pathlib import Path
from toolkit.workspace.lock import locales_lock
say = lambda word: print(word, flush=True)
with locales_lock(Path(sys.argv[1]), waiting=lambda: say("waiting"), patience=0):
    say("held")
    sys.stdin.readline()
"""
"""Takes the lock, says so, and holds it until a line comes."""

COUNT = """
import sys, time
from pathlib import Path
from toolkit.workspace.lock import locales_lock
counter = Path(sys.argv[1]) / "counter"
print("ready", flush=True)
sys.stdin.readline()
for turn in range(40):
    with locales_lock(Path(sys.argv[1])):
        number = int(counter.read_text())
        counter.write_text("half a file")
        time.sleep(0.002)
        counter.write_text(str(number + 1))
    time.sleep(0.004)
"""
"""Reads and writes one file, as a run does with PO files, in steps that another could come between."""

Start = Callable[[str, Path], "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Return a function that runs a script on a project as a process of its own."""
    with ExitStack() as stack:

        def started(script: str, root: Path) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, "-c", script, str(root)],
                env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            return process

        yield started


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=60)
    assert process.returncode == 0


def refusal(root: Path, timeout: float = 0) -> tuple[str, str, str]:
    with pytest.raises(OutputError) as caught, locales_lock(root, timeout=timeout):
        pass
    return caught.value.rule, caught.value.path, caught.value.message


def never() -> NoReturn:
    raise AssertionError("nothing holds the lock")


LOCKED = ("locked", LOCK_FILE, "another run is working in locales/; try again when it has ended")


def test_a_second_process_waits_until_the_first_has_ended(tree: Tree, start: Start) -> None:
    root = tree({})
    first = start(HOLD, root)
    assert line(first) == "held"
    second = start(HOLD, root)
    assert line(second) == "waiting"
    assert refusal(root) == LOCKED
    end(first)
    assert line(second) == "held"
    assert refusal(root) == LOCKED
    end(second)
    assert list((root / "locales").iterdir()) == []


def test_processes_that_come_and_go_never_interleave(tree: Tree, start: Start) -> None:
    root = tree({"counter": "0"})
    processes = [start(COUNT, root) for _ in range(4)]
    assert [line(process) for process in processes] == ["ready"] * 4
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        end(process)
    assert (root / "counter").read_text() == "160"
    assert list((root / "locales").iterdir()) == []


def test_a_holder_that_is_killed_frees_the_lock(tree: Tree, start: Start) -> None:
    root = tree({})
    holder = start(HOLD, root)
    assert line(holder) == "held"
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (root / LOCK_FILE).exists()
    with locales_lock(root, timeout=0, waiting=never):
        assert (root / LOCK_FILE).exists()
    assert not (root / LOCK_FILE).exists()


def test_who_cannot_get_the_lock_is_told_so_and_changes_nothing(tree: Tree, start: Start) -> None:
    root = tree({})
    holder = start(HOLD, root)
    assert line(holder) == "held"
    said: list[str] = []
    with (
        pytest.raises(OutputError) as caught,
        locales_lock(root, timeout=0.01, patience=0, waiting=lambda: said.append("waiting")),
    ):
        said.append("held")
    error = caught.value
    assert (error.rule, error.path, error.message) == LOCKED
    assert error.hint == "if there is no such run, on this computer or another, remove this file"
    assert (error.exit_code, said) == (3, ["waiting"])
    assert (root / LOCK_FILE).exists()
    end(holder)


def test_who_has_no_patience_left_says_nothing_of_waiting(tree: Tree, start: Start) -> None:
    root = tree({})
    holder = start(HOLD, root)
    assert line(holder) == "held"
    with pytest.raises(OutputError), locales_lock(root, timeout=0.01, waiting=never):
        pass
    end(holder)


def test_a_block_within_a_block_joins_it(tree: Tree, tmp_path: Path) -> None:
    root = tree({})
    (tmp_path / "link").symlink_to(root, target_is_directory=True)
    with locales_lock(root):
        for same in (root, tmp_path / "link"):
            with locales_lock(same, timeout=0, waiting=never):
                assert (root / LOCK_FILE).exists()
            assert (root / LOCK_FILE).exists()
    assert not (root / LOCK_FILE).exists()
    with locales_lock(root, timeout=0):
        pass


def test_another_thread_is_another_run(tree: Tree) -> None:
    root = tree({})
    refused: list[object] = []
    with locales_lock(root):
        thread = threading.Thread(target=lambda: refused.append(refusal(root)))
        thread.start()
        thread.join()
    assert refused == [LOCKED]


def test_an_error_within_frees_the_lock_and_goes_on(tree: Tree) -> None:
    root = tree({})
    for error in (OSError("x"), KeyboardInterrupt()):
        with pytest.raises(type(error)) as caught, locales_lock(root):
            raise error
        assert caught.value is error
        assert list((root / "locales").iterdir()) == []


def test_the_holder_removes_what_a_killed_run_left(tree: Tree) -> None:
    root = tree({"locales/es/LC_MESSAGES/.toolkit-0123456789abcdef.tmp": "half", LOCK_FILE: ""})
    left = root / "locales/es/LC_MESSAGES/.toolkit-0123456789abcdef.tmp"
    with locales_lock(root):
        assert not left.exists()
        left.touch()
        with locales_lock(root):
            assert left.exists()


def test_a_file_that_is_not_the_one_locked_stays(tree: Tree) -> None:
    root = tree({})
    with locales_lock(root):
        (root / LOCK_FILE).rename(root / "locales/first")
        (root / LOCK_FILE).write_text("of a later run")
    assert (root / LOCK_FILE).read_text() == "of a later run"


def test_nothing_is_locked_through_a_link(tree: Tree, tmp_path: Path) -> None:
    root = tree({"locales/a.pot": ""})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/file").write_text("theirs")
    (root / LOCK_FILE).symlink_to(tmp_path / "outside/file")
    message = '".toolkit.lock" is a link, and nothing is written through links'
    assert refusal(root) == ("output-unwritable", LOCK_FILE, message)
    (root / LOCK_FILE).unlink()
    (root / LOCK_FILE).symlink_to(tmp_path / "outside/new")
    assert refusal(root) == ("output-unwritable", LOCK_FILE, message)
    (root / "locales").rename(root / "other")
    (root / "locales").symlink_to(tmp_path / "outside", target_is_directory=True)
    message = '"locales" is a link, and nothing is written through links'
    assert refusal(root) == ("output-unwritable", "locales", message)
    assert {path.name: path.read_text() for path in (tmp_path / "outside").iterdir()} == {"file": "theirs"}


def test_what_is_no_file_in_the_place_of_the_lock_is_refused_and_kept(tree: Tree) -> None:
    root = tree({f"{LOCK_FILE}/x": ""})
    message = "cannot lock the folder: there is something that is not a regular file"
    assert refusal(root) == ("output-unwritable", LOCK_FILE, message)
    if hasattr(os, "mkfifo"):
        (root / LOCK_FILE / "x").unlink()
        (root / LOCK_FILE).rmdir()
        os.mkfifo(root / LOCK_FILE)
        assert refusal(root) == ("output-unwritable", LOCK_FILE, message)
    assert (root / LOCK_FILE).exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tree: Tree) -> None:
    root = tree({"locales": "mine"})
    assert refusal(root) == ("output-unwritable", "locales", "cannot write the file: file exists")
    assert (root / "locales").read_text() == "mine"


@pytest.mark.usefixtures("permissions")
def test_a_folder_without_permission_is_an_error(tree: Tree) -> None:
    root = tree({"locales/a.pot": ""})
    (root / "locales").chmod(0o555)
    try:
        message = "cannot lock the folder for writing: permission denied"
        assert refusal(root) == ("output-unwritable", "locales", message)
    finally:
        (root / "locales").chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="flock is of POSIX systems")
@pytest.mark.parametrize(
    ("module", "name", "code", "reason"),
    [
        ("os", "open", errno.EROFS, "read-only file system"),
        ("os", "open", errno.ENOSPC, "no space left on device"),
        ("fcntl", "flock", errno.ENOLCK, "no locks available"),
        ("fcntl", "flock", errno.ENOSYS, "function not implemented"),
    ],
)
def test_a_place_that_cannot_be_locked_is_an_error(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, module: str, name: str, code: int, reason: str
) -> None:
    root = tree({"locales/a.pot": ""})
    owner = importlib.import_module(module)

    def refused(*_arguments: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, refused)
        found = refusal(root)
    assert found == ("output-unwritable", "locales", f"cannot lock the folder for writing: {reason}")
    assert (root / "locales/a.pot").read_text() == ""
    with locales_lock(root, timeout=0):
        pass
