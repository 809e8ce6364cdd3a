"""What a project's files are at a moment, so that a later moment can be told from it."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from toolkit.workspace.project import OUTPUT_FOLDER, Project
from toolkit.workspace.sources import source_folders

FileState = tuple[int, int, int]
"""The time of change in nanoseconds, the size, and the inode, which a replaced file has anew."""
FileStates = Mapping[str, FileState]
"""By path."""


_LEFT_OUT: Final = frozenset({"node_modules", "4913"})
"""The second is what Vim makes for a moment, to see whether it can."""
_COPIES: Final = ("~", "#", ".mo", ".tmp", ".swp")
"""How names end of what editors keep beside a file, and of what Poedit compiles."""
_THERE: Final = (0, 0, 0)


def watched_places(project: Project) -> tuple[Path, ...]:
    """Return the files and folders that a build of the project reads; some may not exist.

    These are the configuration, ``babel.cfg``, the folders of the sources with all that is in them,
    ``locales/``, the theme and the glossary.  Raises ``ConfigError`` where ``babel.cfg`` cannot be used.
    """
    root = project.root
    configuration = {root / "toolkit.toml", root / "pyproject.toml", project.babel_cfg}
    if project.config_path is not None:
        configuration.add(project.config_path)
    folders = {root / folder for folder in source_folders(project)}
    folders |= {project.locales_dir, project.theme_dir, root / project.settings.check.glossary}
    return (*sorted(configuration), *sorted(folders))


def file_states(root: Path, places: tuple[Path, ...]) -> FileStates:
    """Return the state of every file at and below these places.

    Hidden files, what editors keep beside a file (``name~``), compiled catalogs, ``node_modules`` and the
    project's output are left out; what is not there, or cannot be looked at, counts as absent.
    """
    left_out = os.fspath(root / OUTPUT_FOLDER)
    found: dict[str, FileState] = {}
    for place in places:
        path = os.fspath(place)
        info = _stat(path)
        if info is not None and stat.S_ISDIR(info.st_mode):
            found.update(_below(path, left_out))
        elif info is not None:
            found[path] = _state(info)
    return found


def state_of(path: Path) -> FileState | None:
    """Return the state of a file, or ``None`` where there is none, or none that can be asked."""
    info = _stat(os.fspath(path))
    return None if info is None else _state(info)


def shown_states(root: Path, shown: Collection[str]) -> FileStates:
    """Return the state of files that pages show, by path below ``root``, with ``/``.

    Files for one language beside them (``photo.fr.png``), which would stand in their place, are told too, as
    long as they are not shown, with a state that says no more than that they are there.
    """
    found: dict[str, FileState] = {}
    stems: dict[str, set[str]] = {}
    for path in shown:
        state = state_of(root / path)
        if state is not None:
            found[path] = state
        folder, _, name = path.rpartition("/")
        stems.setdefault(folder, set()).add(name.split(".")[0])
    for folder, wanted in stems.items():
        for name in _names(root / folder):
            path = f"{folder}/{name}".lstrip("/")
            if name.split(".")[0] in wanted and path not in shown:
                found[path] = _THERE
    return found


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _below(folder: str, left_out: str) -> Iterator[tuple[str, FileState]]:
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError:
        return
    for entry in listed:
        if entry.name in _LEFT_OUT or entry.name.startswith(".") or entry.name.endswith(_COPIES):
            continue
        try:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, _state(entry.stat())
                continue
        except OSError:
            continue
        if entry.path != left_out:
            yield from _below(entry.path, left_out)


def _stat(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except OSError:
        return None


def _state(info: os.stat_result) -> tuple[int, int, int]:
    return info.st_mtime_ns, info.st_size, info.st_ino
