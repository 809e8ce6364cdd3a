"""The earlier contents of a file, under all its names, from the history of git."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from toolkit.errors import ConfigError
from toolkit.workspace.git import no_repository, run_git, run_git_bytes

# What people set for their own eyes must not change what we read.
_PLAIN: Final = (
    *("-c", "diff.relative=false", "-c", "log.follow=false"),
    *("-c", "log.showRoot=true", "-c", "log.diffMerges=separate"),
)
_RAW: Final = ("-z", "--raw", "--no-abbrev", "--no-color", "--no-ext-diff")
_RENAMES: Final = ("--find-copies=50%", "-l1000")
_GONE: Final = "D"
_NEW: Final = "A"
_FILES: Final = ("100644", "100755", "100664")
"""Modes of regular files; 100664 is of old repositories."""


@dataclass(frozen=True, slots=True)
class Version:
    """A content that a file had: git's name of it, and the day that the committer's clock showed."""

    blob: str
    day: date


@dataclass(frozen=True, slots=True)
class _Change:
    commit: str
    day: date
    status: str
    mode: str
    blob: str


def history_of(folder: Path) -> History:
    """Return the history of the repository that a folder lies in.

    Raises ``ConfigError`` (``git``) unless there is one, with a working tree, and it is not shallow.
    """
    if not folder.is_dir():
        raise ConfigError("the folder is not there", rule="git", path=folder.as_posix())
    asked = run_git(folder, "rev-parse", "--is-shallow-repository", "--is-inside-work-tree")
    if asked.returncode:
        raise no_repository(folder, asked)
    shallow, inside = asked.stdout.split()
    if inside != "true":
        message = "the folder is in no working tree of its git repository"
        raise ConfigError(message, rule="git", path=folder.as_posix())
    if shallow == "true":
        hint = "fetch the whole history: git fetch --unshallow (in actions/checkout: fetch-depth: 0)"
        message = "the clone is shallow: git has not fetched the earlier texts"
        raise ConfigError(message, rule="git", path=folder.as_posix(), hint=hint)
    prefix = run_git_bytes(folder, "rev-parse", "--show-prefix").stdout
    return History(folder, _text(prefix).removesuffix("\n"))


@dataclass(frozen=True, slots=True)
class History:
    """A repository, asked in one of its folders."""

    folder: Path
    prefix: str
    """The folder below the top of the working tree, with a slash at its end; empty for the top."""

    def versions(self, name: str, most: int) -> Iterator[Version]:
        """Yield what a file of the folder was in the last ``most`` commits that changed it, newest first.

        Where a commit gave it its name, or the index does, what it was called before is looked for on (but
        where it was copied, that is another file).  Commits that deleted it count, and give nothing.  Raises
        ``ConfigError`` (``git``) where git cannot be run, or has not got what it should have.
        """
        if run_git(self.folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
            return  # there is no commit yet
        path, start, left = self.prefix + name, "HEAD", most
        while path and left:
            before = ""
            for change in self._changes(path, start, left):
                left -= 1
                if change.status != _GONE and change.mode in _FILES:
                    yield Version(change.blob, change.day)
                if change.status == _NEW:
                    before = self._renamed(path, "diff-tree", "--no-commit-id", change.commit)
                if before:
                    start = f"{change.commit}^"
                    break
            if left == most:
                before = self._renamed(path, "diff-index", "--cached", "HEAD")
            path = before

    def content(self, version: Version) -> bytes:
        """Return a content; raises ``ConfigError`` (``git``) where git has none, as in a partial clone."""
        found = run_git_bytes(self.folder, "cat-file", "blob", version.blob)
        if found.returncode:
            raise self._unreadable()
        return found.stdout

    def _changes(self, path: str, start: str, most: int) -> tuple[_Change, ...]:
        """Return the commits that changed a path; of a merge, how it differs from all that it merged."""
        listed = run_git_bytes(
            *(self.folder, *_PLAIN, "log", "--no-show-signature", "--no-mailmap"),
            *(*_RAW, "-m", "--no-renames", f"--max-count={most}", "--format=%H %cI", start),
            *("--", f":(top,literal){path}"),
        )
        if listed.returncode:
            raise self._unreadable()
        found: dict[str, _Change] = {}
        tokens = iter(_text(listed.stdout).split("\0"))
        commit = moment = ""
        for token in tokens:
            words = token.lstrip("\n").split(" ")
            if words[0].startswith(":"):
                next(tokens)  # the path
                status = words[4][:1]
                if status == _NEW and commit in found:  # new to one side of a merge alone
                    status = found[commit].status
                found[commit] = _Change(commit, date.fromisoformat(moment[:10]), status, words[1], words[3])
            elif len(words) == 2:
                commit, moment = words
        return tuple(found.values())

    def _renamed(self, path: str, command: str, *change: str) -> str:
        """Return what a file was called before a change that made its path, or empty."""
        options = ("-r", *_RAW, *_RENAMES, "--diff-filter=CR")
        found = run_git_bytes(self.folder, *_PLAIN, command, *options, *change, "--")
        if found.returncode:
            raise self._unreadable()
        tokens = _text(found.stdout).split("\0")
        moves = list(zip(tokens[0::3], tokens[1::3], tokens[2::3], strict=False))
        # Of equal files that one file became (pages that are committed too), git calls one renamed.
        gone = {before for kind, before, _ in moves if kind.split(" ")[4].startswith("R")}
        return next((before for _, before, after in moves if after == path and before in gone), "")

    def _unreadable(self) -> ConfigError:
        message, hint = "git cannot read the earlier texts", "look what is broken: git fsck"
        if run_git(self.folder, "config", "--get-regexp", r"^remote\..*\.promisor$").stdout:
            message = "the clone is partial: git has not fetched the earlier texts"
            hint = "fetch them: git fetch --refetch --no-filter"
        return ConfigError(message, rule="git", path=self.folder.as_posix(), hint=hint)


def _text(output: bytes) -> str:
    """Return what git said, paths that are not UTF-8 as Python has them."""
    return output.decode("utf-8", "surrogateescape")
