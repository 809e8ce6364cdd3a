"""Two runs at once: those that write wait for each other, and those that only read wait for nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from tests.cli.project import REPOSITORY, MakeProject, Project
from toolkit.pipeline import add_locale, extract
from toolkit.workspace.lock import LOCK_FILE, locales_lock

HOLD = """
import sys
from pathlib import Path
from toolkit.workspace.lock import locales_lock
with locales_lock(Path.cwd()):
    print("held", flush=True)
    sys.stdin.readline()
"""
WAITING = "Waiting for another run of the toolkit …\n"


@pytest.fixture
def made(project: MakeProject) -> Project:
    made = project({"source/a.md": "# Title\n\nA text.\n"}, "es")
    made.done("extract")
    made.write("source/a.md", "# Title\n\nA text.\n\nA new one.\n")
    return made


def started(made: Project, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=made.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@contextmanager
def another_run(made: Project) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the lock; it ends with a line, or with the block."""
    with started(made, "-c", HOLD) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            yield holder
        finally:
            holder.kill()


WRITING = [("extract",), ("extract", "--pot-only"), ("add-locale", "de")]
READING = [("extract", "--check"), ("extract", "--diff"), ("status",), ("build",), ("--help",)]


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_run_that_writes_waits_until_the_other_has_ended(made: Project, command: tuple[str, ...]) -> None:
    before = made.state()
    with another_run(made) as holder, started(made, "-m", "toolkit", *command) as waiting:
        assert waiting.stderr is not None
        assert waiting.stderr.readline() == WAITING
        assert {path: made.state().get(path) for path in before} == before
        holder.communicate("\n")
        out, err = waiting.communicate(timeout=60)
        assert (waiting.returncode, err) == (0, "")
        assert out
    assert made.state() != before
    assert not (made.root / LOCK_FILE).exists()


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_run_that_waited_long_enough_says_so_and_changes_nothing(
    made: Project, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    impatient = partial(locales_lock, timeout=0.02, patience=0.01)
    for pipeline in (add_locale, extract):
        monkeypatch.setattr(pipeline, "locales_lock", impatient)
    with another_run(made):
        before = made.state()
        ran = made.run(*command)
        assert (ran.code, ran.out, made.state()) == (3, "", before)
    assert ran.err == (
        f"{WAITING}"
        "locales/.toolkit.lock: error[locked] another run is working in locales/; try again when it has "
        "ended\n    if there is no such run, on this computer or another, remove this file\n"
    )


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_run_that_only_reads_waits_for_nobody(made: Project, command: tuple[str, ...]) -> None:
    with another_run(made):
        before = made.state("locales")
        ran = made.run(*command)
        assert (ran.code, ran.err) == (1 if "--check" in command else 0, "")
        assert made.state("locales") == before


def test_a_name_that_is_nonsense_is_said_before_anything_is_made(project: MakeProject) -> None:
    made = project({"source/a.md": "A text.\n"})
    assert made.run("add-locale", "Englisch").code == 2
    assert not (made.root / "locales").exists()


def test_only_runs_that_write_load_the_lock(made: Project) -> None:
    code = (
        "import sys; from toolkit.cli.main import run; run(sys.argv[1:]);"
        "sys.stderr.write(str('filelock' in sys.modules))"
    )
    for command in (*READING, *WRITING[:1]):
        with started(made, "-c", code, *command) as process:
            assert process.communicate()[1] == str(command not in READING), command
