"""Reads a file whole: only a regular one, and only up to a limit."""

from __future__ import annotations

import stat
from pathlib import Path


class UnreadableError(Exception):
    """A file is there but cannot be read; ``reason`` says why, ``too_large`` whether it is the limit."""

    def __init__(self, reason: str, *, too_large: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.too_large = too_large


def size_of(path: Path) -> int:
    """Return the size of a file in bytes; 0 where there is none, or none that can be asked."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def read_regular(path: Path, max_bytes: int) -> bytes:
    """Return the bytes of a regular file of at most ``max_bytes``.

    Links are followed. A pipe, socket, device or folder is never opened. Raises ``FileNotFoundError`` when
    nothing is there, else ``UnreadableError``.
    """
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise UnreadableError("is a folder" if stat.S_ISDIR(info.st_mode) else "is not a regular file")
        if info.st_size > max_bytes:
            raise UnreadableError(too_large_by(info.st_size, max_bytes), too_large=True)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(path) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(f"cannot be read: {reason_of(error)}") from None
    if len(data) > max_bytes:  # it grew since we looked
        raise UnreadableError(too_large_by(len(data), max_bytes), too_large=True)
    return data


def too_large_by(size: int, limit: int) -> str:
    """Return the sentence that refuses a size, both in bytes."""
    return f"has {size:,} bytes; the limit is {limit:,}"


def reason_of(error: BaseException) -> str:
    """Return why the system refused, in lower case and without the path."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:]
