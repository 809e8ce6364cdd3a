"""Dates, months and durations as a locale writes them."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Literal

from babel.core import Locale
from babel.dates import format_date as babel_format_date
from babel.units import format_unit as babel_format_unit

from toolkit.languages.fallback import locale_data
from toolkit.model.locale import LocaleTag

_UNIT_LENGTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")


def format_date(date: datetime.date, tag: LocaleTag) -> str:
    """Return a date in CLDR's long form, ``3 novembre 2026``; ISO 8601 where CLDR has no names of months."""
    data = locale_data(tag)
    # For dv and some others CLDR would say "3 M11 2026".
    if data is None or data.months["format"]["wide"][1] == "M01":
        return date.isoformat()
    return babel_format_date(date, format="long", locale=data)


def format_minutes(minutes: int, tag: LocaleTag) -> str:
    """Return a duration in words, in CLDR's long form: ``5 minutes``, ``5 دقائق``.

    Where CLDR lacks that form, or says that it is the short one, it is the short one: ``5 分钟``.
    """
    unit = "duration-minute"
    for length in _UNIT_LENGTHS:
        text = babel_format_unit(minutes, unit, length=length, locale=locale_data(tag) or Locale("en"))
        if unit not in text:  # Babel shows the unit's own name where a pattern is inherited
            return text
    return babel_format_unit(minutes, unit, length="long", locale=Locale("en"))


@lru_cache(maxsize=1024)
def month_names(tag: LocaleTag) -> tuple[tuple[str, ...], ...]:
    """Return CLDR's names of the twelve months, January first: each wide and short, in text and alone."""
    months = (locale_data(tag) or Locale("root")).months
    kinds = [months[context][width] for context in months for width in ("wide", "abbreviated")]
    return tuple(tuple(dict.fromkeys(names[n] for names in kinds)) for n in range(1, 13))
