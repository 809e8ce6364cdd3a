"""Which output paths the pages and files of a site have, so that nothing else is put there."""

from __future__ import annotations

from functools import lru_cache

from toolkit.model.page import SiteIndex
from toolkit.publish.feed import feed_path
from toolkit.publish.layout import (
    NO_JEKYLL,
    ROOT_INDEX,
    ROOT_NOT_FOUND,
    STATIC_FOLDER,
    html_path,
    locale_index_path,
    not_found_path,
    page_paths,
)
from toolkit.publish.redirects import Redirects, plan_redirects
from toolkit.publish.search_place import search_path
from toolkit.publish.sitemap import ROBOTS, SITEMAP, reserved_sitemaps
from toolkit.publish.tags import tag_pages, tag_path
from toolkit.publish.theme import Theme


@lru_cache(maxsize=2)  # every page of a build asks for the paths of the same site
def taken_paths(site: SiteIndex, theme: Theme) -> frozenset[str]:
    """Return the output paths of everything but the files that pages show, with case folded."""
    pages = (page for page in site.pages.values() if page.published)
    taken = [path for page in pages for path in page_paths(page.name, page.locale, site.layout)]
    taken += _site_paths(site, theme)
    taken += [one.path for one in site_redirects(site, theme).redirects]
    return frozenset(path.casefold() for path in taken)


@lru_cache(maxsize=2)
def site_redirects(site: SiteIndex, theme: Theme) -> Redirects:
    """Return the pages at old places; they come after everything else that a site plans.

    The place of a page that is held back is not given away.
    """
    documents = [html_path(name, locale) for name in site.documents for locale in site.locales]
    return plan_redirects(site, (*documents, *_site_paths(site, theme)))


def _site_paths(site: SiteIndex, theme: Theme) -> list[str]:
    """Return the paths of what belongs to no document."""
    paths = [locale_index_path(locale) for locale in site.locales]
    paths += [not_found_path(locale) for locale in site.locales]
    paths += [tag_path(slug, locale) for slug, pages in tag_pages(site).items() for locale in pages]
    paths += [search_path(site, locale) for locale in site.locales] if site.search else []
    paths += [ROOT_INDEX, ROOT_NOT_FOUND, NO_JEKYLL, *(f"{STATIC_FOLDER}/{name}" for name in theme.static)]
    if site.base_url:
        paths += [SITEMAP, ROBOTS, *reserved_sitemaps(site), *map(feed_path, site.locales)]
    return paths
