"""What social networks are told of a page, by the Open Graph protocol (https://ogp.me)."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.languages.tags import social_locale
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.alternates import canonical_url, listed_locales

Properties = tuple[tuple[str, str], ...]
"""Names and values, in order."""


def open_graph(site: SiteIndex, page: PageSummary) -> Properties:
    """Return the properties of a page; none without a ``base_url``.

    A language whose country nobody knows has no ``og:locale``, and a page that search engines leave out
    names no others.
    """
    texts = (("og:title", page.title), ("og:description", page.description), ("og:type", "article"))
    locales = listed_locales(site, page.name) if page.indexed else ()
    return _properties(texts, canonical_url(site, page), page.locale, locales)


def list_properties(title: str, url: str, locale: LocaleTag, locales: Iterable[LocaleTag]) -> Properties:
    """Return the properties of a list of pages, given its address (or nothing) and the locales it is in."""
    return _properties((("og:title", title), ("og:type", "website")), url, locale, locales)


def _properties(texts: Properties, url: str, locale: LocaleTag, locales: Iterable[LocaleTag]) -> Properties:
    if not url:
        return ()
    own = social_locale(locale)
    others = dict.fromkeys(map(social_locale, locales))
    properties = [
        *texts,
        ("og:url", url),
        ("og:locale", own),
        *(("og:locale:alternate", other) for other in others if other != own),
    ]
    return tuple((name, value) for name, value in properties if value)
