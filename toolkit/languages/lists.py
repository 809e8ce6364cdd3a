"""A list in a sentence, joined as a locale joins it."""

from __future__ import annotations

from collections.abc import Sequence

from babel.core import Locale
from babel.lists import format_list as babel_format_list

from toolkit.languages.fallback import locale_data
from toolkit.model.locale import LocaleTag


def format_list(items: Sequence[str], tag: LocaleTag) -> str:
    """Return a list in a sentence, as CLDR joins it: ``a, b, and c``."""
    return babel_format_list(items, locale=locale_data(tag) or Locale("en"))
