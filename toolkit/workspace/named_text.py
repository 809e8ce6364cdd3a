"""Reads and writes small texts that the user names on the command line."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.workspace.regular_file import UnreadableError, read_regular
from toolkit.workspace.write import write_named

_LIMIT = 64_000_000


def read_text(path: Path) -> str:
    """Return the text of a file; raises `ConfigError` where there is none, or no UTF-8 in it."""
    try:
        return read_regular(path, _LIMIT).decode("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError("there is no such file", rule="config", path=str(path)) from None
    except UnreadableError as error:
        raise ConfigError(f"the file {error.reason}", rule="config", path=str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("the file is not UTF-8", rule="config", path=str(path)) from None


def write_text(path: Path, text: str) -> None:
    """Write a file through a temporary one; raises `OutputError`."""
    write_named(path, text.encode("utf-8", "backslashreplace"))
