"""A fact about content, with the place where it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.errors import ToolkitError
from toolkit.model.segment import MessageKey


class Severity(StrEnum):
    """How much a finding matters; only an error changes the exit code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: path with ``/``, line and column counted from 1; 0 where unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return ``path:line:col``, without the parts that are not known."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file with the offending piece in it, to be shown underlined."""

    line: str
    """The line as it stands in the file, without its line ending."""
    start: int
    stop: int
    """The piece as offsets in the line; ``stop`` is beyond ``start``."""


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit of a translation that mends a finding without anybody having to think."""

    key: MessageKey
    """The entry."""
    form: int
    """Which plural form; 0 in an entry without."""
    start: int
    stop: int
    """Offsets in the translation."""
    text: str
    """What stands there instead."""
    of: str
    """The translation that it mends: in another one the offsets mean nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: a stable rule name, what is wrong, where, and how to mend it."""

    rule: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    source: Place | None = None
    """Where the source text stands, if the place is that of a translation."""
    excerpt: Excerpt | None = None
    subject: str = ""
    """What it is about, as text that stays when lines move: the context and the msgid of an entry."""
    fix: Fix | None = None

    def sort_key(self) -> tuple[Place, str, str]:
        """Return the order in which findings are shown: by place, then rule."""
        return (self.place, self.rule, self.message)


def finding_of(error: ToolkitError) -> Finding:
    """Return the finding that describes an error, so that one presenter shows both."""
    place = Place(error.path, error.line, error.column)
    return Finding(error.rule, Severity.ERROR, error.message, place, error.hint)
