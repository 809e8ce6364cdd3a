"""The table of a configuration file becomes ``Settings``, or one error that lists every problem."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from toolkit.errors import ConfigError
from toolkit.model.fallback import Fallback
from toolkit.model.layout import parse_layout
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.nearest import did_you_mean
from toolkit.model.translate_url import check_translate_url
from toolkit.workspace.check_table import check_settings
from toolkit.workspace.settings import Limits, MemorySettings, Settings

_MAX_NESTING = 300
_TABLES = ("limits", "memory", "check", "locale")
_SPELLED = {"direction": "dir"}  # as HTML spells it
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PLURAL = re.compile(r"\s*nplurals\s*=\s*[1-9]\s*;\s*plural\s*=[n0-9\s()?:<>=!&|%*/+-]+;?\s*")
_BASE_URL = re.compile(
    r"(?i:https?)://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?P<path>(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)*)/?"
)
_TYPE_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false", list: "a list"}


def parse_settings(mapping: Mapping[str, object], origin: str) -> Settings:
    """Return the settings that a configuration table gives; keys are spelled with dashes.

    Raises one ``ConfigError`` (``config``) whose path is ``origin`` and whose message has a line for each
    problem: its key path, what is wrong, and the nearest known key.
    """
    problems: list[str] = []
    flat = {key: value for key, value in mapping.items() if key not in _TABLES}
    values = _values(Settings, flat, "", problems, tables=_TABLES)
    limits = Limits(**_values(Limits, mapping.get("limits", {}), "limits", problems))
    memory = MemorySettings(**_values(MemorySettings, mapping.get("memory", {}), "memory", problems))
    check = check_settings(mapping.get("check", {}), problems)
    locales = _locales(mapping.get("locale", {}), problems)
    if problems:
        raise ConfigError("\n".join(problems), rule="config", path=origin)
    return Settings(**values, limits=limits, memory=memory, check=check, locales=locales)


def _locales(given: object, problems: list[str]) -> dict[str, LanguageOverrides]:
    found: dict[str, LanguageOverrides] = {}
    if not isinstance(given, Mapping):
        problems.append(f"locale: expected a table, found {_type_name(given)}")
        return found
    for key, table in given.items():
        where = f"locale.{key}"
        values = _values(LanguageOverrides, table, where, problems)
        try:
            folder = LocaleTag.parse(key).gettext
        except ValueError as error:
            problems.append(f"{where}: {error}")
            continue
        if folder in found:
            problems.append(f"{where}: {folder} has another table already")
        found[folder] = LanguageOverrides(**values)
    return found


def _values(
    kind: type[Settings | Limits | MemorySettings | LanguageOverrides],
    table: object,
    where: str,
    problems: list[str],
    *,
    tables: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return the good values of a table by field name; the names of tables are only for hints."""
    if not isinstance(table, Mapping):
        problems.append(f"{where}: expected a table, found {_type_name(table)}")
        return {}
    fields = {
        _SPELLED.get(field.name, field.name).replace("_", "-"): field
        for field in dataclasses.fields(kind)
        if field.default is not dataclasses.MISSING
    }
    values: dict[str, Any] = {}
    for key, value in table.items():
        path = f"{where}.{key}" if where else key
        field = fields.get(key)
        if field is None:
            hint = did_you_mean(key, (*fields, *tables)) or f"known keys: {', '.join((*fields, *tables))}"
            problems.append(f"{path}: unknown key; {hint}")
            continue
        # A share is what alone can be unsaid without a value that says so.
        expected: type[Any] = float if field.default is None else type(field.default)
        if type(value) is not expected and not (expected is float and type(value) is int):
            problems.append(f"{path}: expected {_TYPE_NAMES[expected]}, found {_type_name(value)}")
            continue
        problem = _problem(kind, field.name, value)
        if problem:
            problems.append(f"{path}: {problem}")
        else:
            values[field.name] = expected(value)
    return values


def _type_name(value: object) -> str:
    return "a table" if isinstance(value, Mapping) else _TYPE_NAMES.get(type(value), "a date or time")


def _problem(kind: type, name: str, value: Any) -> str:
    """Return what is wrong with a value of the right type, or an empty text."""
    if isinstance(value, str) and _CONTROL.search(value):
        return "must be one line without control characters"
    if kind is Limits:
        top = _MAX_NESTING if name == "nesting" else None
        if value < 1 or (top is not None and value > top):
            return f"must be from 1 to {top}" if top else "must be 1 or more"
        return ""
    if kind is LanguageOverrides and value == "":
        return ""
    check = _CHECKS.get(name)
    return check(value) if check else ""


def _check_tag(value: str) -> str:
    try:
        LocaleTag.parse(value)
    except ValueError as error:
        return str(error)
    return ""


def _check_share(value: float) -> str:
    return "" if 0 <= value <= 1 else f"must be from 0 to 1, found {value}"


def _check_plural(value: str) -> str:
    return "" if _PLURAL.fullmatch(value) else "write it like nplurals=2; plural=(n != 1);"


def _check_layout(value: str) -> str:
    try:
        parse_layout(value)
    except ValueError as error:
        return str(error)
    return ""


def _check_folder(value: str) -> str:
    windows = PureWindowsPath(value)
    inside = value and not windows.anchor and ".." not in windows.parts and not PurePosixPath(value).anchor
    return "" if inside else f'"{value}" is not a folder below the project\'s'


def _check_base_url(value: str) -> str:
    if not value:
        return ""
    found = _BASE_URL.fullmatch(value)
    if found is None or not {".", ".."}.isdisjoint(found["path"].split("/")):
        return (
            f'"{value}" is no address of a site; write it like "https://example.org" or'
            ' "https://example.org/texts", in ASCII and without ? and #'
        )
    return ""


def _check_translate_url(value: str) -> str:
    try:
        if value:
            check_translate_url(value)
    except ValueError as error:
        return str(error)
    return ""


def _one_of(*words: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value in words:
            return ""
        hint = did_you_mean(value, words)
        return f'"{value}" is not one of {", ".join(words)}' + (f"; {hint}" if hint else "")

    return check


_CHECKS: Mapping[str, Callable[[Any], str]] = {
    "source_locale": _check_tag,
    "exact": _one_of("fuzzy", "translated"),
    "references": _one_of("file", "line", "never"),
    "min_complete": _check_share,
    "fallback": _one_of(*Fallback),
    "layout": _check_layout,
    "heading_ids": _one_of("none", "dialect"),
    "theme": _check_folder,
    "base_url": _check_base_url,
    "translate_url": _check_translate_url,
    "direction": _one_of("ltr", "rtl"),
    "plural": _check_plural,
}
