"""Removes files that we wrote, and the folders that are empty then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from toolkit.errors import OutputError
from toolkit.workspace.collisions import folded
from toolkit.workspace.manifest import digest_of
from toolkit.workspace.paths import path_inside
from toolkit.workspace.project import OUTPUT_FOLDER, Project
from toolkit.workspace.regular_file import UnreadableError, read_regular, reason_of

_MAX_OUTPUT_BYTES = 1_000_000_000


def current_digests(project: Project, paths: Iterable[str]) -> Mapping[str, str]:
    """Return the digests of those paths below ``output/`` where anything is.

    What is no plain file there (a folder, a link, something unreadable) has an empty digest: no longer ours.
    """
    found: dict[str, str] = {}
    for path in paths:
        try:
            target = path_inside(project.root, f"{OUTPUT_FOLDER}/{path}")
            found[path] = digest_of(read_regular(target, _MAX_OUTPUT_BYTES))
        except FileNotFoundError:
            continue
        except (OutputError, UnreadableError):
            found[path] = ""
    return found


def remove_files(
    project: Project, paths: Iterable[str], planned: Set[str]
) -> tuple[tuple[str, ...], tuple[OutputError, ...]]:
    """Remove files below ``output/``, then folders left empty; return the removed paths, and the errors.

    Where a file system ignores case, a path can be the file that a planned one was just written to: that one
    stays, though it counts as removed. ``output/`` itself always stays.
    """
    removed: list[str] = []
    errors: list[OutputError] = []
    spelled = {folded(path): path for path in planned}
    for path in paths:
        shown = f"{OUTPUT_FOLDER}/{path}"
        try:
            target = path_inside(project.root, shown)
            twin = spelled.get(folded(path))
            if twin is None or not _same(target, project.output_dir / twin):
                target.unlink(missing_ok=True)
                _remove_empty_folders(target.parent, project.output_dir.resolve())
            removed.append(path)
        except OutputError as error:
            errors.append(error)
        except OSError as error:
            message = f"cannot remove the file: {reason_of(error)}"
            errors.append(OutputError(message, rule="output-unwritable", path=shown))
    return tuple(removed), tuple(errors)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and folder.is_relative_to(top):
        try:
            folder.rmdir()
        except OSError:  # not empty, or not ours to remove
            return
        folder = folder.parent


def remove_template(root: Path, path: str) -> None:
    """Remove the template of a document that is gone; nothing happens where there is none.

    Only a ``.pot`` file is ever removed: PO files hold people's work. Raises ``OutputError``
    (``output-unwritable``): another kind of path, one that leaves ``root`` or goes through a link, or a
    refusal of the system.
    """
    if not path.endswith(".pot"):
        raise OutputError("only templates are removed", rule="output-unwritable", path=path)
    try:
        path_inside(root, path).unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot remove the file: {reason_of(error)}"
        raise OutputError(message, rule="output-unwritable", path=path) from None
