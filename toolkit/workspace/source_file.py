"""A document on disk, before it is read."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.document import MarkdownOptions
from toolkit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document to read: its name, its path below the project folder with ``/``, and its options."""

    name: str
    path: str
    options: MarkdownOptions

    @property
    def domain(self) -> str:
        """The gettext domain: the name with dots for slashes."""
        return self.name.replace("/", ".")


@dataclass(frozen=True, slots=True)
class SourceList:
    """The documents, sorted by path, and what is wrong with the list."""

    sources: tuple[SourceFile, ...]
    findings: tuple[Finding, ...] = ()
