"""A project on disk, and the command line run in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from toolkit.cli.main import run

REPOSITORY = Path(__file__).parents[2]
BABEL_CFG = "[markdown: source/**.md]\n"
EPOCH = "1700000000"
"""``SOURCE_DATE_EPOCH`` of every test, so that headers are the same at any time."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


class Project:
    """A project folder that tests write to and run commands in."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str] | None = None) -> None:
        """Take the folder; without ``capsys`` commands can only be run as programs."""
        self.root = root
        self._capsys = capsys

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, its folders too."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def read(self, path: str) -> str:
        """Return a file's text, its line endings as they are."""
        return (self.root / path).read_bytes().decode()

    def run(self, *arguments: str) -> Ran:
        """Run a command in this process, in the current folder."""
        assert self._capsys is not None
        self._capsys.readouterr()
        code = run(list(arguments))
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ran(code, captured.out, captured.err)

    def done(self, *arguments: str) -> str:
        """Run a command that must succeed without a word on stderr; return its output."""
        ran = self.run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    def program(self, *arguments: str, **environment: str) -> Ran:
        """Run a command as a program of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "toolkit", *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
            capture_output=True,
            check=False,
            timeout=60,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err
        return Ran(done.returncode, out, err)

    def add_locale(self, tag: str) -> None:
        """Make a locale's folder."""
        (self.root / f"locales/{tag}/LC_MESSAGES").mkdir(parents=True)

    def translate(self, path: str, translation: Callable[[str], str | None] | Mapping[str, str]) -> None:
        """Set the msgstr of each active entry whose msgid has a translation; the others stay."""
        given = translation.get if isinstance(translation, Mapping) else translation
        catalog = polib.pofile(str(self.root / path), wrapwidth=10**9)
        for entry in catalog:
            text = given(entry.msgid)
            if not entry.obsolete and text is not None:
                entry.msgstr = text
        (self.root / path).write_bytes(f"{str(catalog).rstrip()}\n".encode())

    def entries(self, path: str) -> dict[str, tuple[str, bool, bool]]:
        """Return what an independent reader sees: ``context|msgid`` to msgstr, fuzzy, obsolete."""
        return {
            "|".join(filter(None, (entry.msgctxt, entry.msgid))): (
                entry.msgstr,
                entry.fuzzy,
                bool(entry.obsolete),
            )
            for entry in polib.pofile(str(self.root / path))
        }

    def state(self, folder: str = ".") -> dict[str, tuple[bytes, int]]:
        """Return the bytes and the time of change of every file below a folder."""
        return {
            path.relative_to(self.root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted((self.root / folder).rglob("*"))
            if path.is_file()
        }

    def contents(self, folder: str = ".") -> dict[str, bytes]:
        """Return the bytes of every file below a folder."""
        return {path: content for path, (content, _) in self.state(folder).items()}


def first_lines(err: str) -> list[str]:
    """Return the lines of stderr that name a place, without hints and the count."""
    return [line for line in err.split("\n") if line and not line.startswith(("    ", "Found "))]


MakeProject = Callable[..., Project]
"""Writes files and locale folders, goes to the project's folder, and returns it."""
