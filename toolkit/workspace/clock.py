"""The time that goes into PO headers, and a moment of it."""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, datetime

from toolkit.errors import ConfigError

_SAVE = 0.05
"""Seconds that an editor needs to save a file, with much to spare."""


def let_settle() -> None:
    """Wait for a moment, so that who is writing a file just now has done."""
    time.sleep(_SAVE)


def creation_date() -> str:
    """Return the time of ``SOURCE_DATE_EPOCH`` (seconds since 1970), else now, as gettext writes it, in UTC.

    The form is ``YYYY-MM-DD HH:MM+0000``. An empty variable counts as unset. Raises ``ConfigError``
    (``source-date-epoch``) when it is not such a number (reproducible-builds.org/specs/source-date-epoch).
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given and not re.fullmatch(r"[0-9]{1,12}", given):
            raise ValueError(given)
        moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise ConfigError(
            f"SOURCE_DATE_EPOCH is {given!r}, which is no number of seconds since 1970",
            rule="source-date-epoch",
            hint="set it to the output of: git log -1 --format=%ct",
        ) from None
    return f"{moment:%Y-%m-%d %H:%M}+0000"
