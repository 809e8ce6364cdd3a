"""Writes files: each complete or not at all, inside the project, and only where the bytes differ."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import OutputError
from toolkit.model.output import Output
from toolkit.workspace.paths import path_inside
from toolkit.workspace.regular_file import reason_of


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of each output, by path, in the order given."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    changed_meanwhile: tuple[str, ...] = ()
    """Not written: the file no longer held the bytes that were expected."""
    failed: tuple[OutputError, ...] = ()
    """Not written: the errors, for the caller to show; one bad file must not stop the others."""


def write_outputs(
    root: Path, outputs: Iterable[Output], *, expected: Mapping[str, bytes | None] | None = None
) -> WriteReport:
    """Write each output below ``root`` whose bytes differ from the file's, and return what became of each.

    ``expected`` gives, by path, the bytes a file must still hold to be replaced (none: must not exist).
    Nothing is raised for a file that cannot be written: see ``WriteReport.failed``.
    """
    written: list[str] = []
    unchanged: list[str] = []
    changed_meanwhile: list[str] = []
    failed: list[OutputError] = []
    expected = expected or {}
    for output in outputs:
        try:
            if output.path in expected:
                old = expected[output.path]
                if not replace_if_unchanged(root, output.path, old, output.content):
                    changed_meanwhile.append(output.path)
                    continue
                differs = old != output.content
            else:
                differs = write_if_different(root, output)
            (written if differs else unchanged).append(output.path)
        except OutputError as error:
            failed.append(error)
    return WriteReport(tuple(written), tuple(unchanged), tuple(changed_meanwhile), tuple(failed))


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


def replace_if_unchanged(root: Path, path: str, old: bytes | None, new: bytes) -> bool:
    """Replace a file that still holds ``old`` (none: that does not exist); return whether it did.

    The file is read again right before it is replaced, for a translator may have saved it meanwhile. Equal
    bytes are not written. Raises as ``write_if_different``.
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
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _error(path, reason_of(error)) from None
    return True


def _keep_mode(target: Path, temporary: Path) -> None:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return
    temporary.chmod(mode)


def _error(path: str, reason: str) -> OutputError:
    return OutputError(f"cannot write the file: {reason}", rule="output-unwritable", path=path)
