"""Which parts of a project, and which PO files of no project, the paths on a command line name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.collisions import INTERFACE_DOMAIN
from toolkit.workspace.locales import discover_locales
from toolkit.workspace.regular_file import reason_of


@dataclass(frozen=True, slots=True)
class NamedParts:
    """What some paths name."""

    known: frozenset[str]
    """All files of the project: its articles, and their PO files in every locale."""
    wanted: tuple[str, ...] = ()
    """Files and folders of the project, below its own."""
    alone: tuple[Path, ...] = ()
    """PO files that are no part of it."""

    def include(self, path: str) -> bool:
        """Tell whether a path below the project's folder is wanted."""
        return any(one in (".", path) or path.startswith(f"{one}/") for one in self.wanted)


def named_parts(files: ProjectFiles, start: Path, paths: Sequence[Path]) -> NamedParts:
    """Return what paths, relative to ``start``, name in a project and beside it.

    Raises `ConfigError` for a path that is not there, and for one with nothing to look at.
    """
    root = files.project.root.resolve()
    # The PO files of other locales than those asked for are of the project too.
    locales = discover_locales(files.project)[0]
    domains = (*(source.domain for source in files.sources), INTERFACE_DOMAIN)
    known = {source.path for source in files.sources}
    known |= {files.po_path(locale, domain) for locale in locales for domain in domains}
    wanted: list[str] = []
    alone: list[Path] = []
    for path in paths:
        is_folder = _is_folder(start, path)
        place = (start / path).resolve()
        inside = place.relative_to(root).as_posix() if place.is_relative_to(root) else None
        if inside is not None and _holds(inside, known):
            wanted.append(inside)
        elif is_folder or _is_po(path):
            alone += po_files(start, [path])
        else:
            message = "the file is neither a PO file nor an article of this project"
            hint = "articles are what babel.cfg names"
            raise ConfigError(message, rule="config", path=str(path), hint=hint)
    return NamedParts(frozenset(known), tuple(wanted), tuple(dict.fromkeys(alone)))


def po_files(start: Path, paths: Sequence[Path]) -> list[Path]:
    """Return these files and the PO files in these folders, each once.

    Raises `ConfigError` for a path that is not there, and for a folder without PO files.
    """
    found: list[Path] = []
    for path in paths:
        if not _is_folder(start, path):
            if not _is_po(path):
                message = "the file is no PO file, and there is no project whose article it might be"
                raise ConfigError(message, rule="config", path=str(path))
            found.append(path)
            continue
        below = sorted(one for one in (start / path).rglob("*.po") if not one.is_dir())
        if not below:
            message = "the folder has neither articles of this project nor PO files"
            raise ConfigError(message, rule="config", path=str(path))
        found += (path / one.relative_to(start / path) for one in below)
    return list(dict.fromkeys(found))


def name_of(path: Path, start: Path, root: Path) -> str:
    """Return a file's path below ``root``; of one elsewhere the way there, or as it was given if absolute."""
    place = (start / path).parent.resolve() / path.name
    if place.is_relative_to(root.resolve()):
        return place.relative_to(root.resolve()).as_posix()
    if path.is_absolute():
        return path.as_posix()
    return Path(os.path.relpath(place, root.resolve())).as_posix()


def _is_folder(start: Path, path: Path) -> bool:
    try:
        if (start / path).exists():
            return (start / path).is_dir()
    except OSError as error:
        message = f"the path cannot be used: {reason_of(error)}"
        raise ConfigError(message, rule="config", path=str(path)) from None
    raise ConfigError("there is no such file or folder", rule="config", path=str(path))


def _is_po(path: Path) -> bool:
    return path.suffix.lower() == ".po"


def _holds(inside: str, known: Iterable[str]) -> bool:
    return inside in (".", "locales") or any(one == inside or one.startswith(f"{inside}/") for one in known)
