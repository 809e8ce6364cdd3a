"""The strings of a TOML document with their places, which the parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.markdown.front_matter.syntax import DEEPEST, Disagreement, Path, Scalar, Unreadable

_BLANK = re.compile(r"[ \t\r\n]*(?:#[^\r\n]*[ \t\r\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_OTHER = re.compile(r"[^\[\]{}\"',#\r\n]+")
_STRINGS = {
    '"""': re.compile(r'"""([^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"{0,2})"""', re.DOTALL),
    "'''": re.compile(r"'''([^']*(?:'(?!'')[^']*)*'{0,2})'''"),
    '"': re.compile(r'"([^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"'),
    "'": re.compile(r"'([^'\r\n]*)'"),
}
_SPECIAL = re.compile(
    r"\\(?:[uUx](?P<code>(?<=u)[0-9A-Fa-f]{4}|(?<=U)[0-9A-Fa-f]{8}|(?<=x)[0-9A-Fa-f]{2})"
    r"|(?P<folded>[ \t]*(?:\r\n|\n|\r)[ \t\r\n]*)|(?P<letter>.))|\r\n?"
)
_FIRST_BREAK = re.compile(r"\r\n|\n|\r")
_LETTERS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


def toml_strings(source: str) -> tuple[Scalar, ...]:
    """Return the strings of a TOML document in their order, keys left out.

    The document is one that the parser accepts: this scanner finds places and judges nothing.
    Raises `Disagreement` where it finds something that TOML does not have, `Unreadable` where values
    are nested deeper than they may be.
    """
    return tuple(_Scanner(source).document())


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.last: dict[Path, int] = {}  # arrays of tables, and the number of their last table

    def document(self) -> Iterator[Scalar]:
        table: Path = ()
        while self.blank() < len(self.source):
            if self.took("[["):
                array = self.table(self.key())
                self.last[array] = self.last.get(array, -1) + 1
                table = (*array, self.last[array])
                self.take("]")
                self.take("]")
            elif self.took("["):
                table = self.table(self.key())
                self.take("]")
            else:
                yield from self.pair(table, 0)

    def table(self, key: tuple[str, ...]) -> Path:
        """Return the path of a table's header: it stands in the last table of each array above it."""
        path: Path = ()
        for step in key[:-1]:
            path = (*path, step)
            if path in self.last:
                path = (*path, self.last[path])
        return (*path, key[-1])

    def pair(self, table: Path, depth: int) -> Iterator[Scalar]:
        key = self.key()
        self.take("=")
        yield from self.value((*table, *key), depth)

    def key(self) -> tuple[str, ...]:
        steps = []
        while True:
            if self.quoted():
                steps.append(self.string(()).value)
            else:
                steps.append(self.match(_BARE_KEY))
            if len(steps) > DEEPEST:
                raise _too_deep(self.at)
            if not self.took("."):
                return tuple(steps)

    def value(self, path: Path, depth: int) -> Iterator[Scalar]:
        if depth > DEEPEST:
            raise _too_deep(self.at)
        if self.quoted():
            yield self.string(path)
        elif self.took("["):
            number = 0
            while not self.took("]"):
                yield from self.value((*path, number), depth + 1)
                number += 1
                self.took(",")
        elif self.took("{"):
            while not self.took("}"):
                yield from self.pair(path, depth + 1)
                self.took(",")
        else:
            self.match(_OTHER)

    def string(self, path: Path) -> Scalar:
        start = self.at
        mark = self.source[start : start + 3]
        style = mark if mark in _STRINGS else mark[0]
        inside = self.match(_STRINGS[style])
        if len(style) == 3 and (first := _FIRST_BREAK.match(inside)):
            inside = inside[first.end() :]
        if style[0] == '"':
            value = _SPECIAL.sub(_meaning, inside)
        else:
            value = inside.replace("\r\n", "\n").replace("\r", "\n")
        return Scalar(start, self.at, "string", value, style, path)

    def quoted(self) -> bool:
        return self.source.startswith(('"', "'"), self.blank())

    def blank(self) -> int:
        """Pass over white space, line ends and comments; return where the scanner stands then."""
        found = _BLANK.match(self.source, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def took(self, sign: str) -> bool:
        found = self.source.startswith(sign, self.blank())
        self.at += len(sign) if found else 0
        return found

    def take(self, sign: str) -> None:
        if not self.took(sign):
            raise Disagreement

    def match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.at)
        if not found:
            raise Disagreement
        self.at = found.end()
        return found[found.lastindex or 0]


def _meaning(match: re.Match[str]) -> str:
    if match["code"]:
        return chr(int(match["code"], 16))
    if match["letter"]:
        return _LETTERS.get(match["letter"], "")
    return "" if match["folded"] else "\n"


def _too_deep(offset: int) -> Unreadable:
    return Unreadable(f"values are nested more than {DEEPEST} deep", offset)
