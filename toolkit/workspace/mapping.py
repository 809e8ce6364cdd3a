"""The sections of ``babel.cfg``, read as Babel reads them."""

from __future__ import annotations

import configparser
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from babel.util import pathmatch

from toolkit.errors import ConfigError

# Not babel.messages.frontend, which does the same: importing it takes 20 ms longer, at every start.
# A test compares the two.

_EXTRACTOR = "toolkit.catalog.babel_extraction"
_OURS = frozenset({"markdown", f"{_EXTRACTOR}:extract_markdown", f"{_EXTRACTOR}.extract_markdown"})
_HEADER = re.compile(r"\[(.+)\]")


@dataclass(frozen=True, slots=True)
class Section:
    """A section ``[method: pattern]`` with its options, and the line it begins at (from 1)."""

    method: str
    pattern: str
    options: Mapping[str, str] = field(hash=False)
    line: int

    @property
    def ours(self) -> bool:
        """Whether its files are Markdown documents."""
        return self.method in _OURS

    @property
    def literal_folder(self) -> str:
        """The folder that the pattern names before its first wildcard, without a final slash."""
        pattern = self.pattern.removeprefix("^")
        if pattern == self.pattern:
            pattern = pattern.removeprefix("./")
        return re.split(r"[?*]", pattern, maxsplit=1)[0].rpartition("/")[0]

    def matches(self, path: str) -> bool:
        """Whether the pattern matches a path below the project folder, with ``/``."""
        return pathmatch(self.pattern, path)


def parse_mapping(text: str, path: str) -> tuple[Section, ...]:
    """Return the sections in file order, methods resolved through ``[extractors]``.

    Raises ``ConfigError`` (``babel-cfg``) with the line where the text cannot be understood.
    """
    parser = configparser.RawConfigParser()
    lines = io.StringIO(text, newline=None)  # any line ending, as Babel reads it
    try:
        parser.read_file(lines, path)
    except configparser.Error as error:
        raise _error(_reason(error), path, _error_line(error)) from None
    headers = _header_lines(text)
    extractors = dict(parser.items("extractors")) if parser.has_section("extractors") else {}
    found: list[tuple[str, str, str]] = []
    options: dict[str, Mapping[str, str]] = {}
    for section in parser.sections():
        if section == "extractors":
            continue
        method, colon, pattern = (part.strip() for part in section.partition(":"))
        if not (method and colon and pattern):
            hint = "write [method: pattern], as in [markdown: source/**.md]"
            raise _error(f"[{section}] names no method and pattern", path, headers.get(section, 0), hint)
        if re.search(r"\*\*\*|\?\?|\*\?|\?\*", pattern):
            raise _error(f'"{pattern}" is not a pattern', path, headers.get(section, 0), "use *, ** or ?")
        found.append((section, extractors.get(method, method), pattern))
        options[pattern] = dict(parser.items(section))  # of equal patterns Babel keeps the last options
    return tuple(
        Section(method, pattern, options[pattern], headers.get(section, 0))
        for section, method, pattern in found
    )


def _header_lines(text: str) -> dict[str, int]:
    lines = io.StringIO(text, newline=None)
    matches = ((number, _HEADER.match(line.strip())) for number, line in enumerate(lines, 1))
    return {match[1]: number for number, match in matches if match}


def _reason(error: configparser.Error) -> str:
    if isinstance(error, configparser.MissingSectionHeaderError):
        return "the file does not begin with a [section]"
    if isinstance(error, configparser.DuplicateSectionError):
        return f"[{error.section}] stands twice"
    if isinstance(error, configparser.DuplicateOptionError):
        return f'"{error.option}" stands twice in [{error.section}]'
    return "the line is neither a [section] nor an option = value"


def _error_line(error: configparser.Error) -> int:
    lines = [number for number, _text in getattr(error, "errors", ())]
    return int(lines[0] if lines else getattr(error, "lineno", None) or 0)


def _error(message: str, path: str, line: int, hint: str = "") -> ConfigError:
    return ConfigError(message, rule="babel-cfg", path=path, line=line, hint=hint)
