"""The plural forms of a language, for gettext and by CLDR."""

from __future__ import annotations

from dataclasses import replace

from toolkit.languages.fallback import locale_data
from toolkit.languages.plural_table import PLURAL_FORMS
from toolkit.languages.tags import canonical
from toolkit.model.locale import LanguageOverrides, LocaleTag

DEFAULT_PLURAL_FORMS = "nplurals=2; plural=(n != 1);"
"""The value for a language that no table has; the commonest one, and the one gettext falls back to."""


def plural_forms(tag: LocaleTag, overrides: LanguageOverrides | None = None) -> str:
    """Return the whole ``Plural-Forms`` value: ``nplurals=2; plural=(n != 1);``."""
    if overrides is not None and overrides.plural:
        return overrides.plural
    # Plural rules go with the language, sometimes with the territory, never with the script.
    for one in (tag, canonical(tag)):
        for kind in (one, replace(one, variant=None), replace(one, script=None, variant=None)):
            if kind.gettext in PLURAL_FORMS:
                return PLURAL_FORMS[kind.gettext]
        if one.language in PLURAL_FORMS:
            return PLURAL_FORMS[one.language]
    return DEFAULT_PLURAL_FORMS


def plural_category(tag: LocaleTag, n: int) -> str | None:
    """Return the form that CLDR gives a whole number: ``one``, ``few``; ``None`` for an unknown language."""
    data = locale_data(tag)
    return data.plural_form(n) if data is not None else None
