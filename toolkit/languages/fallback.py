"""The locales whose texts and data serve the readers of another, from near to far."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError, get_global

from toolkit.languages.tags import canonical, likely_script
from toolkit.model.locale import LocaleTag


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


@lru_cache(maxsize=1024)
def locale_data(tag: LocaleTag) -> Locale | None:
    """Return CLDR's data of the nearest locale that has any; ``None`` for an unknown language."""
    return next((data for kind in fallback_chain(tag) if (data := _exactly(kind))), None)


def _parent(tag: LocaleTag) -> LocaleTag | None:
    if (preferred := canonical(tag)) != tag:
        return preferred
    if tag.variant:
        return replace(tag, variant=None)
    if (parent := get_global("parent_exceptions").get(_identifier(tag))) is not None:
        return LocaleTag.parse(parent)
    usual = likely_script(LocaleTag(tag.language))
    if tag.script is None:
        script = likely_script(tag)
        if script and (script != usual or _exactly(LocaleTag(tag.language, script))):
            return replace(tag, script=script)
    if tag.territory:
        return replace(tag, territory=None)
    return LocaleTag(tag.language) if tag.script == usual else None


def _exactly(tag: LocaleTag) -> Locale | None:
    variant = tag.variant.upper() if tag.variant else None
    try:
        return Locale(tag.language, tag.territory, tag.script, variant)
    except UnknownLocaleError:
        return None


def _identifier(tag: LocaleTag) -> str:
    return "_".join(part for part in (tag.language, tag.script, tag.territory) if part)
