"""What social networks are told of a page, by the Open Graph protocol (https://ogp.me)."""

from __future__ import annotations

from toolkit.languages.tags import social_locale
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.alternates import canonical_url, indexed_editions


def open_graph(site: SiteIndex, page: PageSummary) -> tuple[tuple[str, str], ...]:
    """Return the properties of a page and their values, in order; none without a ``base_url``.

    A language whose country nobody knows has no ``og:locale``, and a page that search engines leave out
    names no others.
    """
    if not site.base_url:
        return ()
    own = social_locale(page.locale)
    editions = indexed_editions(site, page.name) if page.indexed else ()
    others = dict.fromkeys(social_locale(edition.locale) for edition in editions)
    properties = [
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:type", "article"),
        ("og:url", canonical_url(site, page)),
        ("og:locale", own),
        *(("og:locale:alternate", other) for other in others if other != own),
    ]
    return tuple((name, value) for name, value in properties if value)
