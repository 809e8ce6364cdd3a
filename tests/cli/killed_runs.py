"""Runs ``toolkit extract`` on copies of a project, and kills each run at another instant.

A program of its own, for it forks: ``killed_runs.py PROJECT COPIES EVERY``.  An instant is the moment before
or after a call that changes the disk; all of the first and last ones are tried, and each EVERYth.  In COPIES
stand afterwards ``whole`` (a run that nobody killed), for each instant ``killed-N`` and ``next-N``, the same
after one more run, and ``instants.json``, the names of the instants that were tried.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from types import FrameType

from toolkit.cli.main import run

ENDS = 15
"""How many of the first instants, and of the last, are tried."""


def changes_the_disk(function: object) -> bool:
    """Whether a call into C makes, fills, names, locks or removes a file."""
    name = getattr(function, "__name__", "")
    if name in ("write", "flush"):
        return isinstance(getattr(function, "__self__", None), io.BufferedWriter)
    changing = ("open", "mkdir", "chmod", "replace", "rename", "unlink", "close", "flock")
    return name in changing and getattr(function, "__module__", "") in ("posix", "fcntl")


def at_each_instant(act: Callable[[str], None]) -> None:
    """Call ``act`` at each instant from now on, with its name."""

    def event(_frame: FrameType, kind: str, function: object) -> None:
        if kind in ("c_call", "c_return") and changes_the_disk(function):
            act(f"{'before' if kind == 'c_call' else 'after'} {getattr(function, '__name__', '')}")

    sys.setprofile(event)


def forked(folder: Path, run_there: Callable[[], int]) -> int:
    """Return how a run in a folder ended: its exit code, or minus the signal."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.chdir(folder)
            with Path(os.devnull).open("w") as nobody, redirect_stdout(nobody):
                code = run_there()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def extract() -> int:
    """Run the command that is to be killed."""
    return run(["extract"])


def instants(folder: Path) -> list[str]:
    """Return the names of the instants of a run that nobody kills."""
    listed = folder.with_name("instants.json")

    def listing() -> int:
        names: list[str] = []
        at_each_instant(names.append)
        code = extract()
        sys.setprofile(None)
        listed.write_text(json.dumps(names))
        return code

    code = forked(folder, listing)
    assert code == 0, code
    found: list[str] = json.loads(listed.read_text())
    return found


def killed_at(instant: int) -> int:
    """Run the command in this process, which is killed at an instant."""
    left = instant

    def count(_name: str) -> None:
        nonlocal left
        left -= 1
        if left == -1:
            os.kill(os.getpid(), signal.SIGKILL)

    at_each_instant(count)
    return extract()


def main(project: Path, copies: Path, every: int) -> None:
    """Do all that the module says."""
    os.fsync = lambda fd: None  # it protects from power cuts, not from signals, and takes most of the time
    warm, whole = copies / "warm", copies / "whole"
    shutil.copytree(project, warm)
    os.chdir(warm)
    with Path(os.devnull).open("w") as nobody, redirect_stdout(nobody):
        extract()  # loads all modules and data, so that the children need not
    shutil.copytree(project, whole)
    names = instants(whole)
    last = len(names) - ENDS
    chosen = [n for n in range(len(names)) if n < ENDS or n >= last or n % every == 0]
    for instant in chosen:
        killed, following = copies / f"killed-{instant}", copies / f"next-{instant}"
        shutil.copytree(project, killed)
        code = forked(killed, partial(killed_at, instant))
        assert code == -signal.SIGKILL, (instant, names[instant], code)
        shutil.copytree(killed, following)
        code = forked(following, extract)
        assert code == 0, (instant, names[instant], code)
    shown = {instant: names[instant] for instant in chosen}
    (copies / "instants.json").write_text(json.dumps(shown))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
