"""What the last build gave, and waiting for the next one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag


@dataclass(frozen=True, slots=True)
class Build:
    """The outcome of one build, as pages show it."""

    id: str
    """Tells it from every other build, of other runs of the server too."""
    findings: tuple[Finding, ...] = ()
    """By place, each once."""
    stopped: bool = False
    """Whether it could not be made, and the pages are those of an earlier one."""
    names: frozenset[str] = frozenset()
    """The documents of the project."""
    locales: tuple[LocaleTag, ...] = ()
    """The locales that they are translated into."""
    source_locale: LocaleTag | None = None
    ahead: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    """Pages that have been made since, by path below the output folder; the next build will write them."""


class LastBuild:
    """Holds the last build, for many threads."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._changed = threading.Condition()
        self.closed = False

    @property
    def now(self) -> Build:
        """The last build."""
        return self._build

    def put(self, make: Callable[[Build], Build]) -> None:
        """Put the build that is made of the last one in its place, and wake who waits for it."""
        with self._changed:
            self._build = make(self._build)
            self._changed.notify_all()

    def other_than(self, id: str, patience: float) -> Build | None:
        """Return the last build once its id is another; none after ``patience`` seconds, or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self._build.id != id, patience)
            return None if self.closed or self._build.id == id else self._build

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()
