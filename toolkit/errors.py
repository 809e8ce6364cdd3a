"""Situations in which we cannot go on.

::

    ToolkitError            rule, message, path, line, column, hint; never prints, never exits
    ├── ConfigError         configuration or usage; exit code 2
    └── InputError          some input could not be read; exit code 3
        ├── SourceError     a Markdown document
        ├── CatalogError    a PO file
        └── OutputError     a file that could not be written

Bad content that does not stop a file is a ``toolkit.model.finding.Finding``, never an exception.
"""

from __future__ import annotations


class ToolkitError(Exception):
    """A situation in which we cannot go on; says where, why, and what to do."""

    exit_code = 2

    def __init__(
        self, message: str, *, rule: str, path: str = "", line: int = 0, column: int = 0, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.rule = rule
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # BaseException's pickling loses keyword-only arguments, and jobs cross process borders.
        return _restore, (type(self), self.message, self.rule, self.path, self.line, self.column, self.hint)


def _restore(
    kind: type[ToolkitError], message: str, rule: str, path: str, line: int, column: int, hint: str
) -> ToolkitError:
    return kind(message, rule=rule, path=path, line=line, column=column, hint=hint)


class ConfigError(ToolkitError):
    """The configuration or the command line is wrong."""


class InputError(ToolkitError):
    """Some input could not be read, or some output not be written."""

    exit_code = 3


class SourceError(InputError):
    """A Markdown document cannot be used."""


class CatalogError(InputError):
    """A PO file cannot be used."""


class OutputError(InputError):
    """A file cannot be written."""
