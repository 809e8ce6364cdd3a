"""Finds the files of a project whose names say a language: ``photo.fr.png`` beside ``photo.png``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from toolkit.workspace.project import OUTPUT_FOLDER

_LEFT_OUT = frozenset({OUTPUT_FOLDER, "locales", "node_modules"})


def files_in_reach(root: Path, documents: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the paths of files that documents may show, with ``/``; given are their own paths and texts.

    These are the files of the project's own folder, of the folders that hold documents, and of those that
    a document names, all that is below them included. Hidden files and folders are left out, and links too:
    they could lead to what is hidden, or nowhere.
    """
    tops = [entry.name for entry in _entries(root) if entry.is_dir() and not _left_out(entry.name)]
    wanted: set[str] = set()
    for path, text in documents:
        wanted.add(path.partition("/")[0])
        plain = unquote(text) if "%" in text else text
        wanted.update(top for top in tops if top not in wanted and f"{top}/" in plain)
    yield from (entry.name for entry in _entries(root) if entry.is_file(follow_symlinks=False))
    for top in sorted(wanted.intersection(tops)):
        for folder, below, files in os.walk(root / top):
            below[:] = sorted(name for name in below if not name.startswith(".") and name != "node_modules")
            here = os.path.relpath(folder, root).replace(os.sep, "/")
            plain_files = [name for name in sorted(files) if not name.startswith(".")]
            yield from (f"{here}/{name}" for name in plain_files if not Path(folder, name).is_symlink())


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _left_out(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_OUT
