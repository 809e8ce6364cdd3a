"""Removes the temporary files that a killed run left in ``locales/``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from toolkit.workspace.paths import path_inside
from toolkit.workspace.write import TEMPORARY_NAME


def remove_leftovers(root: Path) -> tuple[str, ...]:
    """Remove our temporary files from ``locales``, ``locales/*`` and ``locales/*/LC_MESSAGES``.

    Only for who holds the lock of the folder: nobody else can be writing such a file then. Regular files with
    exactly our names go; links are neither removed nor followed, and what the system refuses stays. Returns
    the paths removed, below ``root``, with ``/``. Raises ``OutputError`` where ``locales`` is a link.
    """
    top = path_inside(root, "locales")
    removed: list[str] = []
    for folder in _folders(top):
        for entry in _entries(folder):
            if TEMPORARY_NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    Path(entry.path).unlink()
                    removed.append(Path(entry.path).relative_to(top.parent).as_posix())
    return tuple(removed)


def _folders(top: Path) -> Iterator[Path]:
    yield top
    for entry in _entries(top):
        if entry.is_dir(follow_symlinks=False):
            yield top / entry.name
            messages = top / entry.name / "LC_MESSAGES"
            if not messages.is_symlink():
                yield messages


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what stands in a folder, sorted by name; nothing where it cannot be listed or is none."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
