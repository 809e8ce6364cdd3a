"""What CLDR and our plural table know of a locale: names, direction, dates, numbers, plurals, relatives."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from babel.core import Locale, UnknownLocaleError, get_global
from babel.dates import format_date as babel_format_date
from babel.lists import format_list as babel_format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal as babel_format_decimal
from babel.numbers import format_percent as babel_format_percent
from babel.units import format_unit as babel_format_unit

from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.plural_forms import PLURAL_FORMS

DEFAULT_PLURAL_FORMS = "nplurals=2; plural=(n != 1);"
"""The value for a language that no table has; the commonest one, and the one gettext falls back to."""

_UNIT_LENGTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")

# Scripts that Unicode's bidirectional algorithm lays out from right to left.
_RIGHT_TO_LEFT = (
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb "
    "Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa "
    "Todr Yezi"
)


def known(tag: LocaleTag) -> bool:
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


def direction(tag: LocaleTag, overrides: LanguageOverrides | None = None) -> Literal["ltr", "rtl"]:
    """Return the direction of the script that the locale is most likely written in."""
    if overrides is not None and overrides.direction:
        return "rtl" if overrides.direction == "rtl" else "ltr"
    return "rtl" if _likely_script(canonical(tag)) in _RIGHT_TO_LEFT.split() else "ltr"


def script(tag: LocaleTag) -> str:
    """Return the script that the locale is most likely written in, as ISO 15924 has it; empty where unknown.

    CLDR's likely subtags (UTS 35, part 1): ``Latn``, ``Cyrl``, ``Arab``, ``Jpan``, ``Kore``, ``Hans``.
    """
    return _likely_script(canonical(tag)) or ""


def format_date(date: datetime.date, tag: LocaleTag) -> str:
    """Return a date in CLDR's long form, ``3 novembre 2026``; ISO 8601 where CLDR has no names of months."""
    data = _data(tag)
    # For dv and some others CLDR would say "3 M11 2026".
    if data is None or data.months["format"]["wide"][1] == "M01":
        return date.isoformat()
    return babel_format_date(date, format="long", locale=data)


def format_number(n: int | float | Decimal, tag: LocaleTag) -> str:
    """Return a number with the locale's signs for groups and decimals, and digits 0 to 9."""
    return babel_format_decimal(n, locale=_data(tag) or Locale("root"))


def format_list(items: Sequence[str], tag: LocaleTag) -> str:
    """Return a list in a sentence, as CLDR joins it: ``a, b, and c``."""
    return babel_format_list(items, locale=_data(tag) or Locale("en"))


def format_minutes(minutes: int, tag: LocaleTag) -> str:
    """Return a duration in words, in CLDR's long form: ``5 minutes``, ``5 دقائق``.

    Where CLDR lacks that form, or says that it is the short one, it is the short one: ``5 分钟``.
    """
    unit = "duration-minute"
    for length in _UNIT_LENGTHS:
        text = babel_format_unit(minutes, unit, length=length, locale=_data(tag) or Locale("en"))
        if unit not in text:  # Babel shows the unit's own name where a pattern is inherited
            return text
    return babel_format_unit(minutes, unit, length="long", locale=Locale("en"))


class NumberSigns(NamedTuple):
    """The characters that a locale writes numbers with, beside the digits 0 to 9."""

    decimal: str
    group: str


@lru_cache(maxsize=1024)
def number_signs(tag: LocaleTag) -> NumberSigns:
    """Return CLDR's signs for decimals and groups in a locale, for the digits 0 to 9: ``,`` and ``.``."""
    signs = (_data(tag) or Locale("root")).number_symbols["latn"]
    return NumberSigns(signs["decimal"], signs["group"])


@lru_cache(maxsize=1024)
def month_names(tag: LocaleTag) -> tuple[tuple[str, ...], ...]:
    """Return CLDR's names of the twelve months, January first: each wide and short, in text and alone."""
    months = (_data(tag) or Locale("root")).months
    kinds = [months[context][width] for context in months for width in ("wide", "abbreviated")]
    return tuple(tuple(dict.fromkeys(names[n] for names in kinds)) for n in range(1, 13))


def format_percent(ratio: float | Decimal, tag: LocaleTag) -> str:
    """Return a share (0 to 1) in whole percent, rounded down as in ``Tally.percent``: 100 means all."""
    # Through str, as 0.29 * 100 is 28.999999999999996.
    whole = (Decimal(str(ratio)) * 100).to_integral_value(ROUND_FLOOR)
    return babel_format_percent(whole / 100, locale=_data(tag) or Locale("root"))


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
    data = _data(tag)
    return data.plural_form(n) if data is not None else None


def written_out(tag: LocaleTag) -> LocaleTag:
    """Return the tag with the script and territory that go without saying (UTS 35, "Likely Subtags").

    Two tags that come out equal name one thing: ``pt`` and ``pt_BR``, ``zh_CN`` and ``zh_Hans``.
    """
    tag = canonical(tag)
    likely = get_global("likely_subtags")
    script, territory = tag.script or _likely_script(tag), tag.territory
    if territory is None:
        found = likely.get(f"{tag.language}_{script}") or likely.get(tag.language)
        territory = LocaleTag.parse(found).territory if found else None
    return replace(tag, script=script, territory=territory)


def canonical(tag: LocaleTag) -> LocaleTag:
    """Return the tag with the language code that CLDR prefers: ``iw`` is ``he``, ``sh`` is ``sr@latin``."""
    alias = get_global("language_aliases").get(tag.language)
    if alias is None:
        return tag
    preferred = LocaleTag.parse(alias)
    return LocaleTag(
        preferred.language, tag.script or preferred.script, tag.territory or preferred.territory, tag.variant
    )


@lru_cache(maxsize=1024)
def fallback_chain(tag: LocaleTag) -> tuple[LocaleTag, ...]:
    """Return the locales whose texts serve the tag's readers, itself first, then from near to far.

    CLDR's parent locales (UTS 35, part 1, "Parent Locales"): ``pt_AO, pt_PT, pt``. A likely script is
    written out where CLDR tells scripts apart (``zh_TW, zh_Hant_TW, zh_Hant``), and no step leads to
    another script. Few end in another language: ``nb`` in ``no``, ``ht`` in ``fr``.
    """
    chain = [tag]
    step = _parent(tag)
    while step is not None and step not in chain:
        chain.append(step)
        step = _parent(step)
    return tuple(chain)


def _parent(tag: LocaleTag) -> LocaleTag | None:
    if (preferred := canonical(tag)) != tag:
        return preferred
    if tag.variant:
        return replace(tag, variant=None)
    if (parent := get_global("parent_exceptions").get(_identifier(tag))) is not None:
        return LocaleTag.parse(parent)
    usual = _likely_script(LocaleTag(tag.language))
    if tag.script is None:
        script = _likely_script(tag)
        if script and (script != usual or _exactly(LocaleTag(tag.language, script))):
            return replace(tag, script=script)
    if tag.territory:
        return replace(tag, territory=None)
    return LocaleTag(tag.language) if tag.script == usual else None


def _likely_script(tag: LocaleTag) -> str | None:
    if tag.script:
        return tag.script
    likely = get_global("likely_subtags")
    found = likely.get(f"{tag.language}_{tag.territory}") or likely.get(tag.language)
    return LocaleTag.parse(found).script if found else None


def _own_name(tag: LocaleTag) -> str | None:
    named = _same_language(tag)
    data = _data(named) or _data(LocaleTag(named.language))
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


@lru_cache(maxsize=1024)
def _data(tag: LocaleTag) -> Locale | None:
    return next((data for kind in fallback_chain(tag) if (data := _exactly(kind))), None)


def _exactly(tag: LocaleTag) -> Locale | None:
    variant = tag.variant.upper() if tag.variant else None
    try:
        return Locale(tag.language, tag.territory, tag.script, variant)
    except UnknownLocaleError:
        return None


def _identifier(tag: LocaleTag) -> str:
    return "_".join(part for part in (tag.language, tag.script, tag.territory) if part)
