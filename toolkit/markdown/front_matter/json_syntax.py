"""JSON: its strings by position, checked against the parser, and a text written over one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from json.decoder import JSONDecodeError, JSONDecoder

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

_TOKEN = re.compile(r'[\[\]{},]|("[^"\\]*(?:\\.[^"\\]*)*")(?=[ \t\r\n]*(:)?)')


class _Pairs(list[tuple[str, object]]):
    """An object, in which a key may stand twice."""


class _Literal(str):
    """A number as it is written: some have more digits than Python reads."""

    __slots__ = ()


_DECODER = JSONDecoder(
    object_pairs_hook=_Pairs, parse_float=_Literal, parse_int=_Literal, parse_constant=_Literal
)


def json_end(text: str, start: int) -> int:
    """Return where the JSON value that begins at ``start`` ends; raises `Unreadable`."""
    return _decoded(text, start)[1]


def _decoded(text: str, start: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except JSONDecodeError as error:
        problem = error.msg.removesuffix(" at")
        raise Unreadable(problem[:1].lower() + problem[1:], error.pos) from None
    except RecursionError:
        raise Unreadable(f"values are nested more than {DEEPEST} deep", start) from None


def _read(source: str) -> Reading:
    strings, rest = _said(_decoded(source, 0)[0])
    scalars = tuple(_strings(source))
    if [(scalar.path, scalar.value) for scalar in scalars] != strings:
        raise Disagreement
    return Reading(scalars, rest)


def _said(values: object) -> tuple[list[tuple[Path, str]], list[tuple[Path, str]]]:
    """Return the strings with their paths in the order of the text, and what else it says."""
    strings: list[tuple[Path, str]] = []
    rest: list[tuple[Path, str]] = []
    stack: list[tuple[Path, object]] = [((), values)]
    while stack:
        path, value = stack.pop()
        if len(path) > DEEPEST:
            raise Unreadable(f"values are nested more than {DEEPEST} deep")
        if isinstance(value, str) and not isinstance(value, _Literal):
            strings.append((path, value))
        elif isinstance(value, _Pairs):
            rest.append((path, "object"))
            stack += [((*path, key), inner) for key, inner in reversed(value)]
        elif isinstance(value, list):
            rest.append((path, "array"))
            stack += [((*path, number), inner) for number, inner in reversed(list(enumerate(value)))]
        else:
            rest.append((path, str(value)))
    return strings, rest


def _strings(source: str) -> Iterator[Scalar]:
    """Yield the strings of a JSON text that the parser accepts, keys left out."""
    path: list[str | int] = []
    for token in _TOKEN.finditer(source):
        sign = token[0][0]
        if sign == "{":
            path.append("")
        elif sign == "[":
            path.append(0)
        elif sign in "]}":
            path.pop()
        elif sign == ",":
            step = path[-1]
            path[-1] = step + 1 if isinstance(step, int) else ""
        else:
            value = json.loads(token[1])
            if token[2]:
                path[-1] = value
            else:
                yield Scalar(token.start(), token.end(), "string", value, '"', tuple(path))


def _chosen(source: str, paths: Sequence[str]) -> Iterator[tuple[str, Scalar]]:
    return at_paths(_read(source).scalars, paths)


def _spellings(_source: str, scalar: Scalar, text: str) -> Iterator[str]:
    before, after = around(scalar.value)
    yield json.dumps(before + text + after, ensure_ascii=False)


def _values(source: str) -> Mapping[str, object]:
    try:
        loaded = json.loads(source, parse_int=_number)
    except (ValueError, RecursionError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _number(written: str) -> int | str:
    return int(written) if len(written) < 1000 else written


JSON = Syntax(
    "JSON",
    _read,
    _chosen,
    _spellings,
    _values,
    "put a comma between values and none after the last, and \\n for a line break in a text",
)
