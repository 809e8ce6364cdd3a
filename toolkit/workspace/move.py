"""Gives a file of the project another name."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import OutputError
from toolkit.workspace.paths import path_inside
from toolkit.workspace.regular_file import reason_of


def move_file(root: Path, old: str, new: str) -> None:
    """Rename a file below ``root`` in one step; no bytes change. The caller holds the lock of the folder.

    Raises ``OutputError`` (``output-unwritable``): something stands at the new path, a path that leaves
    ``root`` or goes through a link, or a refusal of the system.
    """
    source, target = path_inside(root, old), path_inside(root, new)
    # Where case does not count, a new name that differs in case only is the file itself.
    if (target.exists() and not target.samefile(source)) or target.is_symlink():
        raise OutputError("there is a file of this name already", rule="output-unwritable", path=new)
    try:
        source.rename(target)
    except OSError as error:
        message = f"cannot move the file {old} here: {reason_of(error)}"
        raise OutputError(message, rule="output-unwritable", path=new) from None
