"""The files that ship in the package, and the user's in place of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.workspace.regular_file import UnreadableError, read_regular

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
    """Return the files, each replaced by the user's file of the same relative name where there is one.

    A theme folder that does not exist replaces nothing; names that only the user has are not added. Raises
    ``ConfigError`` (``theme-unreadable``) for a file that is there and cannot be read.
    """
    return {name: _user_file(theme_dir / name, content) for name, content in mapping.items()}


def _user_file(path: Path, packaged_content: bytes) -> bytes:
    try:
        return read_regular(path, _MAX_THEME_FILE)
    except FileNotFoundError:
        return packaged_content
    except UnreadableError as error:
        message = f"the file {error.reason}"
        raise ConfigError(message, rule="theme-unreadable", path=path.as_posix()) from None
