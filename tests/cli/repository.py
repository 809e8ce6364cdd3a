"""A git repository in a temporary folder, in which ``toolkit merge-driver`` merges PO files."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from tests.cli.project import REPOSITORY, Ran
from tests.tools import require_tool


class Repository:
    """A repository that no setting of this computer reaches."""

    def __init__(self, root: Path, home: Path) -> None:
        """Take the folder, and one that stands for the home of a user without settings."""
        self.root = root
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment = {
            **clean,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_EDITOR": "true",
            "GIT_AUTHOR_NAME": "Jane",
            "GIT_AUTHOR_EMAIL": "jane@example.org",
            "GIT_COMMITTER_NAME": "Jane",
            "GIT_COMMITTER_EMAIL": "jane@example.org",
            "HOME": str(home),
            "PYTHONPATH": str(REPOSITORY),
        }

    def start(self, *options: str) -> None:
        """Make the repository with our driver, and commit what is there on the branch ``main``."""
        self.git("init", "--quiet", "--initial-branch=main")
        self.use_driver(*options)
        (self.root / ".gitattributes").write_bytes(
            b"*.po -text merge=toolkit-po\n*.pot -text merge=toolkit-po\n"
        )
        self.commit("base")

    def use_driver(self, *options: str) -> None:
        """Configure the driver, with options of the command."""
        command = shlex.join([sys.executable, "-m", "toolkit", "merge-driver", *options])
        self.git("config", "merge.toolkit-po.driver", f"{command} %O %A %B %P")

    def run(self, *arguments: str) -> Ran:
        """Run git, whatever comes of it."""
        done = subprocess.run(
            [require_tool("git"), *arguments],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            check=False,
            timeout=60,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in out + err
        return Ran(done.returncode, out, err)

    def git(self, *arguments: str) -> str:
        """Run git, which must succeed; return its output."""
        ran = self.run(*arguments)
        assert ran.code == 0, ran
        return ran.out

    def commit(self, message: str) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def branch(self, name: str) -> None:
        """Go to a new branch that begins at ``main``."""
        self.git("switch", "--quiet", "--create", name, "main")

    def switch(self, name: str) -> None:
        """Go to a branch."""
        self.git("switch", "--quiet", name)

    def unmerged(self) -> list[str]:
        """Return the paths that a merge left for a person."""
        listed = self.git("diff", "--name-only", "--diff-filter=U")
        return [line for line in listed.split("\n") if line]
