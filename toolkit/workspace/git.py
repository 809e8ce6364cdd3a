"""Runs git: the only place that does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from toolkit.errors import ConfigError

_SECONDS = 60
_MAX_MESSAGE = 300
_LEFT_OUT: Final = frozenset(
    {
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"),
        *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_CONFIG"),
        *("GIT_IMPLICIT_WORK_TREE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"),
        *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_LITERAL_PATHSPECS"),
    }
)
"""What git tells the hooks and drivers that it runs: it would lead to their repository and index, while the
project may lie in another.  Settings (``GIT_CONFIG_COUNT`` and the like) stay."""
_SET: Final = {
    "LC_ALL": "C",  # what git says is looked into
    "GIT_ALLOW_PROTOCOL": "none",  # of a partial clone nothing is fetched: a build asks no other computer
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}


def configure(folder: Path, settings: Mapping[str, str]) -> bool:
    """Write settings into the configuration of the repository around a folder; return whether any changed.

    Raises ``ConfigError`` (``git``) where there is no git or no repository, or git refuses.
    """
    found = run_git(folder, "rev-parse", "--git-dir")
    if found.returncode:
        raise no_repository(folder, found, hint="make one with git init, and run this again")
    changed = False
    for name, value in settings.items():
        if run_git(folder, "config", "--local", "--get-all", name).stdout == f"{value}\n":
            continue
        changed = True
        done = run_git(folder, "config", "--local", "--replace-all", name, value)
        if done.returncode:
            message = f"git did not take the setting {name}{reason(done)}"
            raise ConfigError(message, rule="git", path=folder.as_posix())
    return changed


def merge_as_text(base: Path, ours: Path, theirs: Path) -> bool:
    """Let git merge three files line by line into ``ours``; return whether it could.

    Where both sides changed the same lines, ``ours`` then holds both between conflict marks.
    """
    try:
        files = [str(path.absolute()) for path in (ours, base, theirs)]
        done = run_git(
            ours.parent, "merge-file", "--quiet", "-L", "ours", "-L", "base", "-L", "theirs", *files
        )
    except ConfigError:
        return False
    # The number of conflicts, at most 127; above it, or below zero, git failed and wrote nothing.
    return 0 <= done.returncode <= 127


def no_repository(folder: Path, asked: subprocess.CompletedProcess[str], *, hint: str = "") -> ConfigError:
    """Return the error that says why git has no repository for a folder, or does not use the one it has."""
    message = "the folder is in no git repository"
    if "dubious ownership" in asked.stderr:
        message = "git does not use the repository of the folder, for it belongs to another user"
        hint = f"if you trust it: git config --global --add safe.directory {_top(asked.stderr, folder)}"
        return ConfigError(message, rule="git", path=folder.as_posix(), hint=hint)
    if "not a git repository" not in asked.stderr:
        message, hint = "git cannot use the repository of the folder", ""
    return ConfigError(f"{message}{reason(asked)}", rule="git", path=folder.as_posix(), hint=hint)


def _top(said: str, folder: Path) -> str:
    """Return the folder that git does not trust, as it names it, quoted for a shell."""
    found = re.search(r"repository at '(.*)'", said)
    return shlex.quote(found[1] if found else folder.as_posix())


def run_git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, for the repository that it lies in, and return what it said as text.

    Raises ``ConfigError`` (``git``) where it cannot be run.
    """
    done = run_git_bytes(folder, *arguments)
    return subprocess.CompletedProcess(done.args, done.returncode, _text(done.stdout), _text(done.stderr))


def _text(output: bytes) -> str:
    return output.decode("utf-8", "replace").replace("\r\n", "\n")


def run_git_bytes(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git as ``run_git`` does; its output is bytes."""
    git = shutil.which("git")
    if git is None:
        raise ConfigError("git is not installed, or not on the PATH", rule="git", hint="install git")
    try:
        return subprocess.run(
            [git, *arguments],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name not in _LEFT_OUT} | _SET,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        why = "it takes too long" if isinstance(error, subprocess.TimeoutExpired) else error.strerror
        raise ConfigError(f"git cannot be run: {why}", rule="git") from None


def reason(done: subprocess.CompletedProcess[str]) -> str:
    """Return what git said of its failure, to stand after a sentence; empty where it said nothing."""
    lines = [line.strip() for line in done.stderr.split("\n") if line.strip()]
    return f": {lines[0][:_MAX_MESSAGE]}" if lines else ""
