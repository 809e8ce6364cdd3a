"""The files that ship in the package, and the user's in place of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.workspace.regular_file import UnreadableError, read_regular, reason_of

_MAX_THEME_FILE = 10_000_000


def packaged(folder: str) -> Mapping[str, bytes]:
    """Return the files below a folder of ``toolkit.publish``, by relative name with ``/``, sorted.

    Raises ``FileNotFoundError`` for a folder that does not ship: a bug, not a situation.
    """
    return dict(sorted(_below(files("toolkit.publish").joinpath(folder), "")))


def explanations() -> Mapping[str, str]:
    """Return the explanation of each finding by the name of its rule, sorted."""
    found = _below(files("toolkit.check").joinpath("explanations"), "")
    return {
        name.removesuffix(".md"): content.decode("utf-8")
        for name, content in sorted(found)
        if name.endswith(".md")
    }


def _below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.name.startswith((".", "__")):
            continue
        if item.is_dir():
            yield from _below(item, f"{prefix}{item.name}/")
        else:
            yield prefix + item.name, item.read_bytes()


def overridden(mapping: Mapping[str, bytes], theme_dir: Path) -> Mapping[str, bytes]:
    """Return the files, each replaced by the user's of the same relative name, and the user's other files.

    A folder that does not exist replaces nothing. Names that begin with a dot or end in ``~``, and links to
    folders, are no part of it. Raises ``ConfigError`` (``theme-unreadable``) for what cannot be read.
    """
    for name in mapping:
        if (theme_dir / name).is_dir():
            raise _unreadable(theme_dir / name, "is a folder")
    own = {path.relative_to(theme_dir).as_posix(): path for path in _files(theme_dir)}
    found = {name: read for name, path in own.items() if (read := _user_file(path)) is not None}
    return dict(sorted({**mapping, **found}.items()))


def _files(folder: Path) -> Iterator[Path]:
    try:
        items = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise _unreadable(folder, f"cannot be read: {reason_of(error)}") from None
    for item in items:
        if item.name.startswith(".") or item.name.endswith("~"):  # what editors leave
            continue
        if not item.is_dir():
            yield item
        elif not item.is_symlink():  # such a link may lead round in a circle
            yield from _files(item)


def _user_file(path: Path) -> bytes | None:
    try:
        return read_regular(path, _MAX_THEME_FILE)
    except FileNotFoundError:  # it went while we looked
        return None
    except UnreadableError as error:
        raise _unreadable(path, error.reason) from None


def _unreadable(path: Path, reason: str) -> ConfigError:
    return ConfigError(f"the file {reason}", rule="theme-unreadable", path=path.as_posix())
