"""Runs git: the only place that does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
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


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    git = shutil.which("git")
    if git is None:
        raise ConfigError("git is not installed, or not on the PATH", rule="git", hint="install git")
    try:
        return subprocess.run(
            [git, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = "it takes too long" if isinstance(error, subprocess.TimeoutExpired) else error.strerror
        raise ConfigError(f"git cannot be run: {reason}", rule="git") from None


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in done.stderr.split("\n") if line.strip()]
    return f": {lines[0][:_MAX_MESSAGE]}" if lines else ""
