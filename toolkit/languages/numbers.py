"""Numbers as a locale writes them."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import NamedTuple

from babel.core import Locale
from babel.numbers import format_decimal as babel_format_decimal
from babel.numbers import format_percent as babel_format_percent

from toolkit.languages.fallback import locale_data
from toolkit.model.locale import LocaleTag


def format_number(n: int | float | Decimal, tag: LocaleTag) -> str:
    """Return a number with the locale's signs for groups and decimals, and digits 0 to 9."""
    return babel_format_decimal(n, locale=locale_data(tag) or Locale("root"))


def format_percent(ratio: float | Decimal, tag: LocaleTag) -> str:
    """Return a share (0 to 1) in whole percent, rounded down as in ``Tally.percent``: 100 means all."""
    # Through str, as 0.29 * 100 is 28.999999999999996.
    whole = (Decimal(str(ratio)) * 100).to_integral_value(ROUND_FLOOR)
    return babel_format_percent(whole / 100, locale=locale_data(tag) or Locale("root"))


class NumberSigns(NamedTuple):
    """The characters that a locale writes numbers with, beside the digits 0 to 9."""

    decimal: str
    group: str


@lru_cache(maxsize=1024)
def number_signs(tag: LocaleTag) -> NumberSigns:
    """Return CLDR's signs for decimals and groups in a locale, for the digits 0 to 9: ``,`` and ``.``."""
    signs = (locale_data(tag) or Locale("root")).number_symbols["latn"]
    return NumberSigns(signs["decimal"], signs["group"])
