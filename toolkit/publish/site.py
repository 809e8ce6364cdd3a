"""All pages of all locales, gathered from their summaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from toolkit.languages.names import autonym
from toolkit.languages.scripts import direction
from toolkit.model.layout import DEFAULT_LAYOUT, MarkdownLayout
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.page import PageSummary, SiteIndex


def site_index(
    source_locale: LocaleTag,
    locales: Iterable[LocaleTag],
    documents: Sequence[tuple[str, str]],
    summaries: Iterable[PageSummary],
    overrides: Mapping[LocaleTag, LanguageOverrides],
    layout: MarkdownLayout = DEFAULT_LAYOUT,
    localized: frozenset[str] = frozenset(),
    base_url: str = "",
    search: bool = False,
) -> SiteIndex:
    """Return the index of a site; ``documents`` are names and source paths in the order of the site."""
    others = sorted(set(locales) - {source_locale})
    every = (source_locale, *others)
    return SiteIndex(
        source_locale,
        every,
        tuple(name for name, _path in documents),
        {(summary.name, summary.locale): summary for summary in summaries},
        {path: name for name, path in documents},
        {locale: autonym(locale, overrides.get(locale)) for locale in every},
        {locale: direction(locale, overrides.get(locale)) for locale in every},
        layout,
        localized,
        base_url.removesuffix("/"),
        search,
    )
