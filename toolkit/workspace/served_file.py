"""Reads a file of the published folder for the preview, and nothing that is elsewhere."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PureWindowsPath

from toolkit.workspace.regular_file import UnreadableError, read_regular

_MAX_BYTES = 1_000_000_000


class IsFolderError(Exception):
    """What was asked for is a folder."""


def read_served(folder: Path, names: tuple[str, ...]) -> bytes | None:
    """Return the bytes of the regular file that the names lead to below a folder; none where there is none.

    Each name is that of one folder or file.  Hidden names, and names that hold a separator or a drive of any
    system, lead nowhere; neither does a link, the folder itself excepted.  Raises ``IsFolderError``.
    """
    if not all(map(_is_plain, names)):
        return None
    path = folder
    try:
        for name in names:
            path = path / name
            if stat.S_ISLNK(os.lstat(path).st_mode):
                return None
        if path.is_dir():
            raise IsFolderError
        if not path.resolve().is_relative_to(folder.resolve()):  # a junction of Windows is no link
            return None
        return read_regular(path, _MAX_BYTES)
    except (OSError, UnreadableError, ValueError, RuntimeError):
        return None


def _is_plain(name: str) -> bool:
    if not name or name.startswith(".") or any(sign in name for sign in "/\\\0"):
        return False
    windows = PureWindowsPath(name)
    return not windows.drive and name == windows.name
