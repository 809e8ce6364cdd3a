"""Runs git: the only place that does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.errors import ConfigError

_SECONDS = 60
_MAX_MESSAGE = 300


def configure(folder: Path, settings: Mapping[str, str]) -> bool:
    """Write settings into the configuration of the repository around a folder; return whether any changed.

    Raises ``ConfigError`` (``git``) where there is no git or no repository, or git refuses.
    """
    found = _run(folder, "rev-parse", "--git-dir")
    if found.returncode:
        message = f"the folder is in no git repository{_reason(found)}"
        raise ConfigError(
            message, rule="git", path=folder.as_posix(), hint="make one with git init, and run this again"
        )
    changed = False
    for name, value in settings.items():
        if _run(folder, "config", "--local", "--get-all", name).stdout == f"{value}\n":
            continue
        changed = True
        done = _run(folder, "config", "--local", "--replace-all", name, value)
        if done.returncode:
            message = f"git did not take the setting {name}{_reason(done)}"
            raise ConfigError(message, rule="git", path=folder.as_posix())
    return changed


def merge_as_text(base: Path, ours: Path, theirs: Path) -> bool:
    """Let git merge three files line by line into ``ours``; return whether it could.

    Where both sides changed the same lines, ``ours`` then holds both between conflict marks.
    """
    try:
        files = [str(path.absolute()) for path in (ours, base, theirs)]
        done = _run(ours.parent, "merge-file", "--quiet", "-L", "ours", "-L", "base", "-L", "theirs", *files)
    except ConfigError:
        return False
    # The number of conflicts, at most 127; above it, or below zero, git failed and wrote nothing.
    return 0 <= done.returncode <= 127


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed a file, and the day that its committer's clock showed."""

    commit: str
    day: date


def require_history(folder: Path) -> None:
    """Raise ``ConfigError`` (``git``) unless the repository around a folder has all of its history."""
    found = _run(folder, "rev-parse", "--is-shallow-repository")
    if found.returncode:
        message = f"the folder is in no git repository{_reason(found)}"
        raise ConfigError(message, rule="git", path=folder.as_posix())
    if found.stdout.strip() == "true":
        hint = "fetch the whole history: git fetch --unshallow (in actions/checkout: fetch-depth: 0)"
        message = "the clone is shallow: git has not fetched the earlier texts"
        raise ConfigError(message, rule="git", path=folder.as_posix(), hint=hint)


def versions(folder: Path, path: str, most: int) -> tuple[Version, ...]:
    """Return the commits that changed a file, the newest first, no more than ``most``.

    ``path`` is below ``folder``, with ``/``; under other names the file is not looked for. Raises
    ``ConfigError`` (``git``) where git cannot be run.
    """
    listed = _run(
        *(folder, "--literal-pathspecs", "log", "--no-show-signature"),
        *(f"--max-count={most}", "--format=%H %cI", "--", path),
    )
    lines = listed.stdout.split("\n") if not listed.returncode else []
    found = (line.split(" ") for line in lines if line)
    return tuple(Version(commit, date.fromisoformat(moment[:10])) for commit, moment in found)


def content_at(folder: Path, commit: str, path: str) -> bytes | None:
    """Return a file as it was in a commit, or ``None`` where it was not there. Raises as ``versions``."""
    found = _run_bytes(folder, "cat-file", "blob", f"{commit}:./{path}")
    return None if found.returncode else found.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = _run_bytes(folder, *arguments)
    return subprocess.CompletedProcess(done.args, done.returncode, _text(done.stdout), _text(done.stderr))


def _text(output: bytes) -> str:
    return output.decode("utf-8", "replace").replace("\r\n", "\n")


def _run_bytes(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise ConfigError("git is not installed, or not on the PATH", rule="git", hint="install git")
    try:
        return subprocess.run(
            [git, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = "it takes too long" if isinstance(error, subprocess.TimeoutExpired) else error.strerror
        raise ConfigError(f"git cannot be run: {reason}", rule="git") from None


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in done.stderr.split("\n") if line.strip()]
    return f": {lines[0][:_MAX_MESSAGE]}" if lines else ""
