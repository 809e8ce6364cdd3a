"""Which language of a file serves a locale of the project: files name regions where projects do not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from toolkit.languages.fallback import fallback_chain
from toolkit.languages.tags import canonical
from toolkit.model.locale import LocaleTag

_REGIONAL = 100


def best_match(locale: LocaleTag, offered: Iterable[LocaleTag]) -> LocaleTag | None:
    """Return the tag whose texts serve a locale best, or none: the first of those that serve it equally well.

    That is the very tag, else a more general one (``pt`` for ``pt_BR``), else a more special one (``es_ES``
    for ``es``), by CLDR's parent locales. Never is it another region's (``pt_PT`` for ``pt_BR``), another
    script's or another language's.
    """
    ranked = [(rank, tag) for tag in offered if (rank := _rank(locale, tag)) is not None]
    return min(ranked, key=lambda found: found[0])[1] if ranked else None


@lru_cache(maxsize=4096)
def _rank(locale: LocaleTag, offered: LocaleTag) -> int | None:
    wanted, found = canonical(locale), canonical(offered)
    if wanted.language != found.language:
        return None  # CLDR has French stand in for Haitian: good for menus, not for a memory
    general, special = fallback_chain(wanted), fallback_chain(found)
    if found in general:
        return general.index(found)
    return _REGIONAL + special.index(wanted) if wanted in special else None
