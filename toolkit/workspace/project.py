"""Finds the project: its folder, and the settings that stand there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.workspace.config import parse_settings
from toolkit.workspace.regular_file import UnreadableError, read_regular
from toolkit.workspace.settings import Settings

OUTPUT_FOLDER = "output"
_MAX_CONFIG_BYTES = 1_000_000
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder, its settings, and the file they came from (none where all are defaults)."""

    root: Path
    settings: Settings
    config_path: Path | None = None

    @property
    def babel_cfg(self) -> Path:
        """The file that says which files are sources."""
        return self.root / "babel.cfg"

    @property
    def locales_dir(self) -> Path:
        """The folder of templates and PO files."""
        return self.root / "locales"

    @property
    def output_dir(self) -> Path:
        """The folder that is published; it is ours."""
        return self.root / OUTPUT_FOLDER

    @property
    def theme_dir(self) -> Path:
        """The folder of the user's templates and static files; may be absent."""
        return self.root / self.settings.theme


def find_project(start: Path, explicit: Path | None = None) -> Project:
    """Return the project that ``start`` lies in, or the one of an explicit configuration file.

    Searched upwards, in each folder: ``toolkit.toml``, a ``pyproject.toml`` with ``[tool.toolkit]`` (others
    are passed over), ``babel.cfg`` alone. The folder that holds ``.git`` is the last one searched. Raises
    ``ConfigError``: ``no-project``, or ``config`` for a file that cannot be used.
    """
    if explicit is not None:
        path = explicit.resolve()
        table = _table(path)
        if table is None:
            raise ConfigError("the file has no [tool.toolkit] table", rule="config", path=path.as_posix())
        return _project(path, table)
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in ("toolkit.toml", "pyproject.toml"):
            path = folder / name
            table = _table(path) if path.exists() else None
            if table is not None:
                return _project(path, table)
        if (folder / "babel.cfg").is_file():
            return Project(folder, _named(Settings(), folder))
        if (folder / ".git").exists():
            break
    raise ConfigError(
        "found no toolkit.toml, no pyproject.toml with [tool.toolkit] and no babel.cfg here or above",
        rule="no-project",
        path=start.as_posix(),
        hint="go to the folder of your project, or begin one here: toolkit init",
    )


def is_configured(path: Path) -> bool:
    """Tell whether a configuration file is there and has our table.

    Raises ``ConfigError`` for one that cannot be used.
    """
    return path.exists() and _table(path) is not None


def check_configuration(path: Path, content: bytes) -> None:
    """Raise ``ConfigError`` (``config``) unless the configuration file could be used with this content."""
    table = _ours(path, _parsed(content, path.as_posix()))
    if table is not None:
        parse_settings(table, path.as_posix())


def _project(path: Path, table: Mapping[str, object]) -> Project:
    settings = parse_settings(table, path.as_posix())
    return Project(path.parent, _named(settings, path.parent), path)


def _named(settings: Settings, root: Path) -> Settings:
    return settings if settings.project else replace(settings, project=root.name or "project")


def _table(path: Path) -> Mapping[str, object] | None:
    """Return our table of a configuration file, or none for a ``pyproject.toml`` without it."""
    return _ours(path, _toml(path))


def _ours(path: Path, data: dict[str, object]) -> Mapping[str, object] | None:
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool", {})
    table = tool.get("toolkit") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("tool.toolkit: expected a table", rule="config", path=path.as_posix())
    return table


def _toml(path: Path) -> dict[str, object]:
    origin = path.as_posix()
    try:
        return _parsed(read_regular(path, _MAX_CONFIG_BYTES), origin)
    except FileNotFoundError:
        raise ConfigError("the file does not exist", rule="config", path=origin) from None
    except UnreadableError as error:
        raise ConfigError(f"the file {error.reason}", rule="config", path=origin) from None


def _parsed(content: bytes, origin: str) -> dict[str, object]:
    text = ""
    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 (byte {error.start + 1})"
        raise ConfigError(message, rule="config", path=origin) from None
    except RecursionError:
        raise ConfigError("the file is nested too deeply", rule="config", path=origin) from None
    except tomllib.TOMLDecodeError as error:
        line, column = _place(str(error), text)
        message = f"not TOML: {_TOML_PLACE.sub('', str(error))}"
        raise ConfigError(message, rule="config", path=origin, line=line, column=column) from None


def _place(message: str, text: str) -> tuple[int, int]:
    """Return the line and column that a message of ``tomllib`` names."""
    found = _TOML_PLACE.search(message)
    if found and found[1]:
        return int(found[1]), int(found[2])
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
