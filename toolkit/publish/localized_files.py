"""The file that a language has of its own in place of one that a page shows: ``photo.fr.png``."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable
from functools import lru_cache

from toolkit.languages.fallback import fallback_chain
from toolkit.model.locale import LocaleTag


def localized(path: str, locale: LocaleTag, source_locale: LocaleTag, files: Container[str]) -> str:
    """Return the path of the file for a locale, or ``path`` itself where ``files`` has none.

    For ``pt-BR`` they are ``photo.pt-BR.png``, ``photo.pt_BR.png`` and then ``photo.pt.png``: the first
    one along the fallback chain, as far as the source language, whose file is ``path``.
    """
    stem, extension = posixpath.splitext(path)
    if extension:
        for spelling in spellings(locale, source_locale):
            if (candidate := f"{stem}.{spelling}{extension}") in files:
                return candidate
    return path


@lru_cache(maxsize=1024)
def spellings(locale: LocaleTag, source_locale: LocaleTag) -> tuple[str, ...]:
    """Return what can stand before the extension of a file for a locale, the best first."""
    found: list[str] = []
    for tag in fallback_chain(locale):
        if tag == source_locale:
            break
        found += (tag.bcp47, tag.gettext)
    return tuple(dict.fromkeys(found))


def made_for(paths: Iterable[str], locales: Iterable[LocaleTag], source_locale: LocaleTag) -> frozenset[str]:
    """Return those of some paths whose names say one of the locales."""
    marks = {spelling for locale in locales for spelling in spellings(locale, source_locale)}
    return frozenset(path for path in paths if _mark(path) in marks)


def _mark(path: str) -> str:
    return posixpath.splitext(posixpath.splitext(path)[0])[1].removeprefix(".")
