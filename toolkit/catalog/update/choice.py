"""The entry that a message gets, and what that makes of it."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.catalog.update.outcome import Outcome
from toolkit.model.catalog import Entry


class Choice(NamedTuple):
    """An entry of the updated catalog, and its outcome."""

    entry: Entry
    outcome: Outcome
