"""A translation fits into the room that its author has for it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_FLAG = "max-length:"


def _find(pair: Pair) -> Iterator[Hit]:
    room = pair.segment.max_length if pair.segment is not None else None
    if room is None and pair.flags:
        room = next((_number(flag) for flag in pair.flags if flag.startswith(_FLAG)), None)
    if room is None:
        return
    text = pair.translation.text
    if len(text) > room:
        yield Hit(
            f"the translation has {len(text)} characters, and there is room for {room}", room, len(text)
        )


def _number(flag: str) -> int | None:
    digits = flag.removeprefix(_FLAG).strip()
    return int(digits) if digits.isdecimal() and len(digits) < 10 else None


RULE = EntryRule(
    "max-length",
    Severity.WARNING,
    "A translation fits into the room that its author has for it",
    "find shorter words",
    find=_find,
)
