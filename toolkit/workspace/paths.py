"""Turns a relative path of ours into a place on disk that is surely inside a folder."""

from __future__ import annotations

from pathlib import Path, PurePath

from toolkit.errors import OutputError
from toolkit.workspace.regular_file import reason_of


def is_relative(path: str) -> bool:
    """Whether a path with ``/`` stays below the folder it is joined to: no root, no drive, no ``..``."""
    native = PurePath(path)
    return bool(native.parts) and not native.anchor and ".." not in native.parts and "\0" not in path


def path_inside(root: Path, path: str) -> Path:
    """Return where a relative path stands below ``root``.

    Raises ``OutputError`` (``output-unwritable``) for a path that leaves the folder or goes through a link
    below it, the file itself included: what a link leads to is not ours to change.
    """
    if not is_relative(path):
        raise OutputError("the path leads out of the project", rule="output-unwritable", path=path)
    target = root.resolve()
    try:
        for part in PurePath(path).parts:
            target = target / part
            if target.is_symlink():
                message = f'"{target.name}" is a link, and nothing is written through links'
                raise OutputError(message, rule="output-unwritable", path=path)
    except OSError as error:
        message = f"cannot write the file: {reason_of(error)}"
        raise OutputError(message, rule="output-unwritable", path=path) from None
    return target
