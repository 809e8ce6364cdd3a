"""Killed, or out of room: each file is the old or the new one, and the next run does the rest."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.project import REPOSITORY, MakeProject, Project, first_lines
from toolkit.workspace.lock import LOCK_FILE
from toolkit.workspace.write import TEMPORARY_NAME

LOCALES = ("ar", "de", "es", "pt_BR", "zh_Hans")
ARTICLE = "# Title {n}\n\nA first text of {n}.\n\nA second text of {n}.\n\nA text that all share.\n"


def article(number: int) -> str:
    return ARTICLE.format(n=number)


@pytest.fixture
def changed(project: MakeProject) -> Project:
    """Return a translated project in which every PO file is due for a change.

    Four documents have another text, one is new, one is gone, one has another text and another name.
    """
    files = {f"source/a{n}.md": article(n) for n in range(6)}
    made = project({"toolkit.toml": 'project = "x"\n', **files}, *LOCALES)
    made.done("extract")
    for path in made.contents("locales"):
        if path.endswith(".po"):
            made.translate(path, str.upper)
    for n in range(1, 6):
        edited = article(n).replace("A first text", "A first and changed text")
        made.write(f"source/a{n}.md", edited + "\nA new one.\n")
    (made.root / "source/a0.md").unlink()
    (made.root / "source/a5.md").rename(made.root / "source/c.md")
    made.write("source/b.md", "# Another\n\nA text that all share.\n")
    return made


@pytest.fixture
def edited(changed: Project) -> Project:
    """Return the same, but no document is gone or has another name."""
    (changed.root / "source/c.md").rename(changed.root / "source/a5.md")
    changed.write("source/a0.md", article(0))
    return changed


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are forked to be killed")
def test_killed_at_any_instant_each_file_is_the_old_or_the_new_one(changed: Project, tmp_path: Path) -> None:
    every = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 41
    program = Path(__file__).with_name("killed_runs.py")
    done = subprocess.run(
        [sys.executable, str(program), str(changed.root), str(tmp_path), str(every)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    old, new = contents(changed.root), contents(tmp_path / "whole")
    assert all(new.get(path) != content for path, content in old.items() if path.endswith(".po"))
    instants = json.loads((tmp_path / "instants.json").read_text())
    states = set()
    for number, name in instants.items():
        killed = contents(tmp_path / f"killed-{number}")
        for path in [path for path in killed if TEMPORARY_NAME.fullmatch(path.rpartition("/")[2])]:
            del killed[path]
        killed.pop(LOCK_FILE, None)
        for path in {*old, *new, *killed}:
            moved = old.get(path.replace("/c.po", "/a5.po"))  # and not yet updated
            assert killed.get(path) in (old.get(path), new.get(path), moved), (path, name)
        for locale in LOCALES:
            kept = b"".join(content for path, content in killed.items() if f"/{locale}/" in path)
            assert all(f"A SECOND TEXT OF {n}." in kept.decode() for n in range(6)), (locale, name)
        states.add(sum(killed.get(path) == new.get(path) for path in new))
        assert contents(tmp_path / f"next-{number}") == new, name
    assert len(states) > 10


def limited(made: Project, size: int) -> tuple[int, str]:
    """Run extract where no file may grow beyond a size; return the exit code and what it said."""
    script = (
        "import resource, sys; from toolkit.cli.main import run; import toolkit.cli.extract_command;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); sys.exit(run(['extract']))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script],
        cwd=made.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=False,
    )
    assert "Traceback" not in done.stderr.decode()
    return done.returncode, done.stderr.decode()


def due(made: Project) -> list[str]:
    """Return the files that the next run is to write, in order."""
    lines = made.run("extract", "--check").out.split("\n")
    return sorted(line.split()[2] for line in lines if line.startswith(("would create ", "would update ")))


def test_without_room_each_file_is_named_and_nothing_changes(edited: Project) -> None:
    pytest.importorskip("resource")
    expected = due(edited)
    before = edited.state()
    code, said = limited(edited, 0)
    assert code == 3
    assert len(expected) == 6 * (len(LOCALES) + 1)
    assert first_lines(said) == [
        f"{path}: error[output-unwritable] cannot write the file: file too large" for path in expected
    ]
    assert edited.state() == before


def test_where_room_is_short_each_file_is_the_old_or_the_new_one(changed: Project, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    shutil.copytree(changed.root, tmp_path / "whole")
    whole = Project(tmp_path / "whole")
    assert whole.program("extract").code == 0
    old, new = changed.contents(), whole.contents()
    sizes = sorted(len(content) for path, content in new.items() if content != old.get(path))
    code, said = limited(changed, sizes[len(sizes) // 2])
    between = changed.contents()
    refused = {line.split(":")[0] for line in first_lines(said)}
    written = {path for path in new if new[path] != old.get(path)} - refused
    assert code == 3
    assert len(refused) > 5
    assert len(written) > 5
    for path in {*old, *new, *between}:
        assert between.get(path) in (old.get(path), new.get(path)), path
        assert path not in refused or between.get(path) == old.get(path), path
    changed.done("extract")
    assert changed.contents() == new


def test_a_folder_that_cannot_be_written_is_named_and_the_others_go_on(edited: Project) -> None:
    expected = [path for path in due(edited) if path.startswith("locales/es/")]
    folder = edited.root / "locales/es/LC_MESSAGES"
    before = edited.contents("locales/es")
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("permissions do not bind this user (root, or Windows)")
        ran = edited.run("extract")
    finally:
        folder.chmod(0o755)
    assert ran.code == 3
    assert first_lines(ran.err) == [
        f"{path}: error[output-unwritable] cannot write the file: permission denied" for path in expected
    ]
    assert edited.contents("locales/es") == before
    assert due(edited) == expected


def test_locales_that_cannot_be_written_are_one_line(changed: Project) -> None:
    before = changed.contents()
    folder = changed.root / "locales"
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("permissions do not bind this user (root, or Windows)")
        for command in (("extract",), ("add-locale", "fr")):
            ran = changed.run(*command)
            assert (ran.code, ran.out) == (3, "")
            assert ran.err == (
                "locales: error[output-unwritable] cannot lock the folder for writing: permission denied\n"
            )
        assert changed.run("extract", "--check").code == 1
        assert changed.run("status").code == 0
    finally:
        folder.chmod(0o755)
    assert changed.contents() == before
