"""What becomes of a message in a locale, decided once for status and for every edition."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.message import State
from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a translation is withheld: the rule it breaks, and how, in a translator's words."""

    rule: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The state of one message; a withheld one carries the objection to its translation."""

    key: MessageKey
    state: State
    objection: Objection | None = None
    previous: str | None = None
    """The earlier text whose translation pages go on showing, though the text has changed; only of a fuzzy
    message."""

    @property
    def stale(self) -> bool:
        """Whether pages show the translation of an earlier text."""
        return self.previous is not None

    @property
    def shown(self) -> bool:
        """Whether pages show a translation, and not the source text."""
        return self.state is State.TRANSLATED or self.stale
