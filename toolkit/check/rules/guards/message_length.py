"""A translation is not absurdly long: no rule reads, and no page shows, what nobody can have written."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_TIMES = 10
"""No language needs as many times the characters of another."""


def _find(pair: Pair) -> Iterator[Hit]:
    length = len(pair.translation.text)
    if length > pair.allowed.message_length and length > _TIMES * len(pair.source.text):
        limit = max(pair.allowed.message_length, _TIMES * len(pair.source.text))
        yield Hit(f"the translation has {length:,} characters; the limit is {limit:,}")


RULE = EntryRule(
    "message-length",
    Severity.ERROR,
    "A translation is not absurdly long",
    "write what the source says, or raise message-length under [limits] in the configuration",
    guard=True,
    find=_find,
)
