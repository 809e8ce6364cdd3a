"""One writer at a time in the ``locales`` folder of a project."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import OutputError
from toolkit.workspace.leftovers import remove_leftovers
from toolkit.workspace.paths import path_inside
from toolkit.workspace.regular_file import reason_of
from toolkit.workspace.write import make_folder

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_FILE = "locales/.toolkit.lock"


@contextmanager
def locales_lock(
    root: Path,
    *,
    waiting: Callable[[], None] = lambda: None,
    timeout: float = 60.0,
    patience: float = 1.0,
) -> Iterator[None]:
    """Hold ``locales`` for writing; other runs, also those of other threads, wait until this one ends.

    The folder is made where there is none, and what a killed run left in it is removed. A block inside a
    block for the same project joins it. ``waiting`` is called once when the lock is not there after
    ``patience`` seconds. Raises ``OutputError``: ``locked`` after ``timeout`` seconds, and
    ``output-unwritable`` where nothing could be written either, or the file system knows no locks.

    The lock is the system's (``flock``, ``LockFileEx``), so it ends with the process however that ends. Its
    file goes while the lock is still held: who waits for a file that has no name any more starts over with a
    new one (``filelock`` looks at ``st_nlink`` after each ``flock``; on Windows it removes the file itself).
    """
    from filelock import FileLock  # here, for commands that only read need none of it

    make_folder(root, "locales")
    path = _place(root)
    lock = FileLock(path, is_singleton=True, fallback_to_soft=False)
    first = min(patience, timeout)
    if not _acquired(lock, first):
        if timeout > first:
            waiting()
        if timeout <= first or not _acquired(lock, timeout - first):
            raise _locked()
    try:
        if lock.lock_counter > 1:
            yield
            return
        mine = path.lstat()
        remove_leftovers(root)
        try:
            yield
        finally:
            _remove(path, mine)
    finally:
        lock.release()


def _place(root: Path) -> Path:
    """Return where the lock file stands or will stand: no link, and nothing but a file."""
    path = path_inside(root, LOCK_FILE)
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            message = "cannot lock the folder: there is something that is not a regular file"
            raise OutputError(message, rule="output-unwritable", path=LOCK_FILE)
    return path


def _acquired(lock: FileLock, timeout: float) -> bool:
    from filelock import Timeout

    try:
        lock.acquire(timeout=timeout)
    except Timeout:
        return False
    except OSError as error:
        message = f"cannot lock the folder for writing: {reason_of(error)}"
        raise OutputError(message, rule="output-unwritable", path="locales") from None
    return True


def _locked() -> OutputError:
    return OutputError(
        "another run is working in locales/; try again when it has ended",
        rule="locked",
        path=LOCK_FILE,
        hint="if there is no such run, on this computer or another, remove this file",
    )


def _remove(path: Path, mine: os.stat_result) -> None:
    """Remove the lock file, if it is still the one that was locked and not that of a later run."""
    with suppress(OSError):
        if os.path.samestat(path.lstat(), mine):
            path.unlink()
