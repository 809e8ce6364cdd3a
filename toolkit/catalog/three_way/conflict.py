"""What two sides made of the same thing, where only a person can decide."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class Conflict:
    """A difference that was settled for our side, and that somebody should look at."""

    key: MessageKey
    """The message; that of the header where one of its fields differs."""
    what: str
    """``msgstr``, or the name of the header field."""
    ours: tuple[str, ...]
    """Our translation, all forms, or our value of the field."""
    theirs: tuple[str, ...]
