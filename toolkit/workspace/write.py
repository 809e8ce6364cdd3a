"""Writes files: each complete or not at all, inside the project, and only where the bytes differ."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from toolkit.errors import OutputError
from toolkit.model.output import Output
from toolkit.workspace.paths import path_inside
from toolkit.workspace.regular_file import reason_of

TEMPORARY_NAME = re.compile(r"\.toolkit-[0-9a-f]{16}\.tmp")
"""The names of our temporary files, which a killed run can leave beside its targets."""


def write_if_different(root: Path, output: Output, *, durable: bool = True) -> bool:
    """Write one file through a temporary one; return whether its bytes differed.

    An existing file keeps its mode. Raises ``OutputError`` (``output-unwritable``): a path that leaves
    ``root`` or goes through a link, something there that is no file, or a refusal of the system.
    """
    target = path_inside(root, output.path)
    if _current(target, output.path) == output.content:
        return False
    _put(target, output.path, output.content, lambda: True, durable)
    return True


def write_named(path: Path, content: bytes) -> None:
    """Write a file that the user names, wherever it is; through links, and into devices such as /dev/null.

    Raises ``OutputError`` (``output-unwritable``).
    """
    target = path.resolve()
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            target.write_bytes(content)
            return
    except OSError as error:
        raise _error(str(path), reason_of(error)) from None
    with _named(path):
        write_if_different(target.parent, Output(target.name, content))


def replace_named_if_unchanged(path: Path, old: bytes, new: bytes) -> bool:
    """Replace a file that the user names, wherever it is; through links, else as ``replace_if_unchanged``."""
    target = path.resolve()
    with _named(path):
        return replace_if_unchanged(target.parent, target.name, old, new)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let errors name a file as the user does, and not by its last part."""
    try:
        yield
    except OutputError as error:
        raise OutputError(error.message, rule=error.rule, path=path.as_posix(), hint=error.hint) from None


def replace_if_unchanged(root: Path, path: str, old: bytes | None, new: bytes) -> bool:
    """Replace a file that still holds ``old`` (none: that does not exist); return whether it did.

    The file is read again right before it is replaced, for a translator may have saved it meanwhile; nothing
    slow stands between the two, but no system replaces a file only while it holds what it held. Equal bytes
    are not written. Raises as ``write_if_different``.
    """
    target = path_inside(root, path)
    if _current(target, path) != old:
        return False
    return old == new or _put(target, path, new, lambda: _current(target, path) == old)


def make_folder(root: Path, path: str) -> None:
    """Make a folder below ``root``, with those above it. Raises as ``write_if_different``."""
    try:
        path_inside(root, path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _error(path, reason_of(error)) from None


def bytes_there(root: Path, path: str) -> bytes | None:
    """Return what the file at a path below ``root`` holds, or none where there is none.

    Raises ``OutputError`` where ``write_if_different`` would.
    """
    return _current(path_inside(root, path), path)


def _current(target: Path, path: str) -> bytes | None:
    """Return what a file holds, or none where there is none."""
    try:
        if not stat.S_ISREG(target.lstat().st_mode):
            raise _error(path, "there is something that is not a regular file")
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _error(path, reason_of(error)) from None


def _put(
    target: Path, path: str, content: bytes, still_wanted: Callable[[], bool], durable: bool = True
) -> bool:
    """Write a temporary file beside the target and put it in its place, unless no longer wanted."""
    temporary = target.with_name(f".toolkit-{os.urandom(8).hex()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            _keep_mode(target, temporary)
            if not still_wanted():
                return False
            temporary.replace(target)
            if durable:
                _sync_folder(target.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _error(path, reason_of(error)) from None
    return True


def _sync_folder(folder: Path) -> None:
    """Let a new name outlive a power cut; where folders cannot be synced, as on Windows, it may not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _keep_mode(target: Path, temporary: Path) -> None:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return
    temporary.chmod(mode)


def _error(path: str, reason: str) -> OutputError:
    return OutputError(f"cannot write the file: {reason}", rule="output-unwritable", path=path)
