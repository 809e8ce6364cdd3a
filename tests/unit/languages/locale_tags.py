"""Tags of locales, real ones and any that are well formed, and the plural forms that languages have."""

from __future__ import annotations

from babel.localedata import locale_identifiers
from hypothesis import strategies as st

from toolkit.languages import plural_table as table
from toolkit.languages.plurals import DEFAULT_PLURAL_FORMS
from toolkit.model.locale import LocaleTag

PLURAL_VALUES = sorted({*table.PLURAL_FORMS.values(), DEFAULT_PLURAL_FORMS})
WELL_FORMED = st.from_regex(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[0-9][a-z]{3})?", fullmatch=True
).map(LocaleTag.parse)

REAL = st.sampled_from(sorted({*locale_identifiers(), *table.PLURAL_FORMS} - {"root"})).map(LocaleTag.parse)
