"""Dates in PO headers, compared: ``2026-11-22 15:00+0000`` and what other programs make of that."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?[0-9.]*"
    r"[ ]*(?:([+-])([0-9]{2}):?([0-9]{2}))?",
    re.ASCII,
)


def moment(written: str) -> int | None:
    """Return the seconds from some beginning to a date and time, or nothing for what is no date.

    Without an offset the time counts as UTC. Placeholders such as ``YEAR-MO-DA HO:MI+ZONE`` are no dates.
    """
    found = _DATE.match(written.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        days = date(year, month, day).toordinal()
    except ValueError:
        return None
    offset = (int(found[8]) * 60 + int(found[9])) * 60 if found[7] else 0
    return days * 86400 + hour * 3600 + minute * 60 + second - (-offset if found[7] == "-" else offset)


def is_later(written: str, other: str) -> bool:
    """Tell whether a date is later than another; any date is later than what is none."""
    one, two = moment(written), moment(other)
    return one is not None and (two is None or one > two)
