"""What a project says of rules: how severe each is, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How a project treats a rule."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Override:
    """Other levels for some files or locales; the last one that fits wins."""

    paths: tuple[str, ...] = ()
    """Patterns of PO files and articles, as in ``babel.cfg``; empty: all."""
    locales: tuple[str, ...] = ()
    """Locales in any spelling; empty: all. ``pt`` is ``pt_BR`` too."""
    levels: Mapping[str, Level] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The ``[check]`` table of a configuration."""

    levels: Mapping[str, Level] = field(default_factory=dict, hash=False)
    """By the name of a rule; the rules say themselves what they are otherwise."""
    overrides: tuple[Override, ...] = ()
    link_hosts: tuple[str, ...] = ()
    """Hosts among which a translation may choose another: ``*.wikipedia.org``."""
    segment_words: int = 150
    """Words from which a source segment is over-long."""
    glossary: str = "locales/glossary.csv"
    """A CSV or TBX file below the project's folder; none is no error."""
