"""TOML: its strings by position, checked against the parser, and a text written over one of them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from toolkit.markdown.front_matter.syntax import (
    DEEPEST,
    Disagreement,
    Path,
    Reading,
    Scalar,
    Syntax,
    Unreadable,
    around,
    at_paths,
)
from toolkit.markdown.front_matter.toml_strings import toml_strings
from toolkit.markdown.source_lines import line_starts, newline_at

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BREAK = re.compile(r"\r\n|\n|\r")
_FENCE_LINE = re.compile(r"^\+(?=\+\+)", re.MULTILINE)
_QUOTES = re.compile(r'"(?=""|\Z)')
_CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f"
_CONTROLS = re.compile(f"[{_CONTROL}]")
_NOT_LITERAL = re.compile(f"['{_CONTROL}\n]")
_NOT_LITERAL_LINES = re.compile(rf"'''|'\Z|[{_CONTROL}]|^\+\+\+", re.MULTILINE)


def _read(source: str) -> Reading:
    strings, rest = _said(_parsed(source))
    scalars = toml_strings(source)
    if {scalar.path: scalar.value for scalar in scalars} != strings or len(scalars) != len(strings):
        raise Disagreement
    return Reading(scalars, rest)


def _parsed(source: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(_BREAK.sub("\n", source))  # the parser knows no line that ends in CR alone
    except ValueError as error:
        raise _unreadable(str(error), source) from None
    except RecursionError:
        raise Unreadable(f"values are nested more than {DEEPEST} deep") from None


def _unreadable(problem: str, source: str) -> Unreadable:
    place = _PLACE.search(problem)
    if not place:
        return Unreadable("a number has thousands of digits")
    offset = len(source)
    if place[1]:
        offset = min(line_starts(source)[int(place[1]) - 1] + int(place[2]) - 1, len(source))
    problem = problem[: place.start()]
    return Unreadable(problem[:1].lower() + problem[1:], offset)


def _said(values: Mapping[str, object]) -> tuple[dict[Path, str], list[tuple[Path, str]]]:
    """Return the strings of a document by their paths, and what else it says."""
    strings: dict[Path, str] = {}
    rest: list[tuple[Path, str]] = []
    stack: list[tuple[Path, object]] = [((key,), value) for key, value in values.items()]
    while stack:
        path, value = stack.pop()
        if len(path) > DEEPEST:
            raise Unreadable(f"values are nested more than {DEEPEST} deep")
        if isinstance(value, str):
            strings[path] = value
        elif isinstance(value, dict):
            rest.append((path, "table"))
            stack += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            rest.append((path, "array"))
            stack += [((*path, number), inner) for number, inner in enumerate(value)]
        else:
            rest.append((path, repr(value)))
    return strings, rest


def _chosen(source: str, paths: Sequence[str]) -> Iterator[tuple[str, Scalar]]:
    return at_paths(_read(source).scalars, paths)


def _spellings(source: str, scalar: Scalar, text: str) -> Iterator[str]:
    """The string keeps its quotes where they can hold the text; basic ones hold every text."""
    before, after = around(scalar.value)
    value = before + text + after
    style = scalar.style or '"'
    if style == "'" and not _NOT_LITERAL.search(value):
        yield f"'{value}'"
    elif len(style) == 3:
        written = source[scalar.start : scalar.stop]
        first = _BREAK.match(written, 3)
        opening = first[0] if first else ""
        newline = newline_at(source, scalar.start)
        if style == "'''" and not _NOT_LITERAL_LINES.search(value):
            yield style + opening + value.replace("\n", newline) + style
        lines = _QUOTES.sub('\\"', value.replace("\\", "\\\\"))
        lines = _FENCE_LINE.sub(r"\\u002b", lines)
        lines = _CONTROLS.sub(lambda control: f"\\u{ord(control[0]):04x}", lines)
        yield '"""' + opening + lines.replace("\n", newline) + '"""'
    # JSON strings are basic strings, but for the one control character that JSON lets stand.
    yield json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _values(source: str) -> Mapping[str, object]:
    try:
        return _parsed(source)
    except Unreadable:
        return {}


TOML = Syntax(
    "TOML",
    _read,
    _chosen,
    _spellings,
    _values,
    "put quotes around texts, and two backslashes for one in a text between quotation marks",
)
