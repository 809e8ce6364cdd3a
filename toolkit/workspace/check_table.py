"""The ``[check]`` table of a configuration file becomes ``CheckSettings``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final

from toolkit.check.registry import BY_NAME
from toolkit.check.settings import CheckSettings, Level, Override
from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean
from toolkit.workspace.package_files import explanations

_HOST = re.compile(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_KEYS: Final = ("rules", "overrides", "link-hosts", "segment-words", "glossary")
_OVERRIDE_KEYS: Final = ("paths", "locales", "rules")


def check_settings(table: object, problems: list[str]) -> CheckSettings:
    """Return what the table says of rules; what is wrong with it is added to ``problems``, a line each."""
    given = _table(table, "check", _KEYS, problems)
    values: dict[str, Any] = {}
    if "rules" in given:
        values["levels"] = _levels(given["rules"], "check.rules", problems)
    if "overrides" in given:
        values["overrides"] = _overrides(given["overrides"], problems)
    if "link-hosts" in given:
        values["link_hosts"] = _texts(given["link-hosts"], "check.link-hosts", problems, _host_problem)
    words = given.get("segment-words", 1)
    if type(words) is not int or words < 1:
        problems.append("check.segment-words: expected a whole number of 1 or more")
    elif "segment-words" in given:
        values["segment_words"] = words
    glossary = given.get("glossary", "a.csv")
    if problem := _glossary_problem(glossary):
        problems.append(f"check.glossary: {problem}")
    elif "glossary" in given:
        values["glossary"] = glossary
    return CheckSettings(**values)


def _levels(given: object, where: str, problems: list[str]) -> dict[str, Level]:
    found: dict[str, Level] = {}
    for name, value in _table(given, where, None, problems).items():
        rule = BY_NAME.get(name)
        if rule is None and name in explanations():
            problems.append(f"{where}.{name}: findings of this name have the severity that they have")
        elif rule is None:
            hint = did_you_mean(name, tuple(BY_NAME)) or "see: toolkit explain --list"
            problems.append(f"{where}.{name}: no such rule; {hint}")
        elif value not in tuple(Level):
            problems.append(f"{where}.{name}: expected one of {', '.join(Level)}")
        elif rule.guard and value != Level.ERROR:
            problems.append(f"{where}.{name}: it protects readers and pages, and is always an error")
        else:
            found[name] = Level(value)
    return found


def _overrides(given: object, problems: list[str]) -> tuple[Override, ...]:
    if not isinstance(given, list):
        problems.append("check.overrides: expected tables: [[check.overrides]]")
        return ()
    found = []
    for number, table in enumerate(given, 1):
        where = f"check.overrides {number}"
        values = _table(table, where, _OVERRIDE_KEYS, problems)
        found.append(
            Override(
                _texts(values.get("paths", []), f"{where}.paths", problems, _pattern_problem),
                _texts(values.get("locales", []), f"{where}.locales", problems, _locale_problem),
                _levels(values.get("rules", {}), f"{where}.rules", problems),
            )
        )
    return tuple(found)


def _table(given: object, where: str, keys: tuple[str, ...] | None, problems: list[str]) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        problems.append(f"{where}: expected a table")
        return {}
    if keys is None:
        return given
    for key in given:
        if key not in keys:
            hint = did_you_mean(key, keys) or f"known keys: {', '.join(keys)}"
            problems.append(f"{where}.{key}: unknown key; {hint}")
    return {key: value for key, value in given.items() if key in keys}


def _texts(
    given: object, where: str, problems: list[str], check: Callable[[str], str] = lambda _: ""
) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        problems.append(f"{where}: expected a list of texts")
        return ()
    problems += (f"{where}: {problem}" for one in given if (problem := check(one)))
    return tuple(one for one in given if not check(one))


def _host_problem(value: str) -> str:
    return "" if _HOST.fullmatch(value) else f'"{value}" is no host: write docs.python.org or *.wikipedia.org'


def _pattern_problem(value: str) -> str:
    parts = value.rstrip("/").split("/")
    if "\\" in value or any(part in ("", ".", "..") for part in parts):
        return f'"{value}" fits no file: write it from the project\'s folder on, as in locales/fr/**'
    return ""


def _locale_problem(value: str) -> str:
    try:
        LocaleTag.parse(value)
    except ValueError as error:
        return str(error)
    return ""


def _glossary_problem(value: object) -> str:
    if not isinstance(value, str):
        return "expected text"
    windows = PureWindowsPath(value)
    inside = not windows.anchor and ".." not in windows.parts and not PurePosixPath(value).anchor
    if not inside or not value.lower().endswith((".csv", ".tsv", ".tbx")):
        return f'"{value}" is no .csv, .tsv or .tbx file below the project\'s folder'
    return ""
