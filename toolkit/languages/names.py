"""What a language is called in itself and in English."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from babel.core import Locale
from babel.localedata import locale_identifiers

from toolkit.languages.fallback import locale_data
from toolkit.languages.tags import canonical
from toolkit.model.locale import LanguageOverrides, LocaleTag


def is_known_language(tag: LocaleTag) -> bool:
    """Return whether CLDR has the language's own name; otherwise a project should give one."""
    return _own_name(tag) is not None


def autonym(tag: LocaleTag, overrides: LanguageOverrides | None = None) -> str:
    """Return the language's name in itself, in CLDR's case: ``português (Brasil)``.

    Without one it is the English name, and without that the tag.
    """
    if overrides is not None and overrides.name:
        return overrides.name
    return _own_name(tag) or english_name(tag)


def english_name(tag: LocaleTag) -> str:
    """Return the language's English name: ``Portuguese (Brazil)``; the tag where CLDR has none."""
    english = Locale("en")
    return _name(tag, english) or _name(_same_language(tag), english) or str(tag)


@lru_cache(maxsize=1)
def language_words() -> frozenset[str]:
    """Return the English names of languages that are one word and have data of their own: ``German``.

    English writes them with a capital, and many languages do not.
    """
    data = Locale("en").languages
    codes = {name.split("_")[0] for name in locale_identifiers()}
    names = (data[code].split(" (")[0] for code in codes if code in data)
    return frozenset(name for name in names if name.isalpha())


def _own_name(tag: LocaleTag) -> str | None:
    named = _same_language(tag)
    data = locale_data(named) or locale_data(LocaleTag(named.language))
    return _name(named, data) if data and data.language == named.language else None


def _same_language(tag: LocaleTag) -> LocaleTag:
    """Return the canonical tag, unless its name would be another: ``cnr`` is not "Serbian (Montenegro)"."""
    preferred = canonical(tag)
    return preferred if replace(preferred, language=tag.language) == tag else tag


def _name(tag: LocaleTag, data: Locale) -> str | None:
    """Return the name by the data of one locale, composed as in ``Locale.get_display_name``.

    That method names only locales that CLDR has data for, and adds scripts that the tag does not have.
    """
    language = data.languages.get(tag.language)
    details = [
        names.get(part, part)
        for part, names in (
            (tag.script, data.scripts),
            (tag.territory, data.territories),
            (tag.variant, {key.lower(): name for key, name in data.variants.items()} if tag.variant else {}),
        )
        if part
    ]
    return f"{language} ({', '.join(details)})" if language and details else language
