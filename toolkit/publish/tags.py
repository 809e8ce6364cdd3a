"""Which tags have a page that lists the articles with them, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from toolkit.markdown.headings import heading_slug
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, SiteIndex, Tag
from toolkit.publish.layout import html_path
from toolkit.publish.redirects import folded

FOLDER: Final = "tags"
"""The folder of the pages of tags, in that of a locale."""

_LONGEST: Final = 200
"""Bytes of a slug; file systems take 255, with the ending and what a temporary file is called besides."""

_DEVICES: Final = re.compile(r"aux|con|nul|prn|(?:com|lpt)[0-9]")
"""What Windows takes for a device, whatever the ending."""


@dataclass(frozen=True, slots=True)
class TagPage:
    """The list of the pages with a tag in a locale."""

    title: Tag
    """The tag as the first page has it on which it is translated, or else the first of all."""
    locale: LocaleTag
    pages: tuple[PageSummary, ...]
    """In the order of the site."""

    @property
    def indexed(self) -> bool:
        """Whether search engines may list it: it has a page that they may list."""
        return any(page.indexed for page in self.pages)


def tag_slug(source: str) -> str:
    """Return the slug of a tag, given as the source has it, so that its page has one name in all languages.

    It is made as ids of headings are; tags with equal ones are one. Empty where a tag has no letter and no
    digit, and where a file with that name could not be.
    """
    slug = folded(heading_slug(" ".join(source.split())))
    fits = len(slug.encode("utf-8")) <= _LONGEST and not _DEVICES.fullmatch(slug)
    return slug if fits and any(map(str.isalnum, slug)) else ""


def tag_path(slug: str, locale: LocaleTag) -> str:
    """Return the path of the page of a tag below the output folder."""
    return html_path(f"{FOLDER}/{slug}", locale)


@lru_cache(maxsize=4)  # every page of a build asks
def tag_pages(site: SiteIndex) -> Mapping[str, Mapping[LocaleTag, TagPage]]:
    """Return the pages of tags by slug and locale, slugs in order, locales in that of the site.

    A tag has one in each locale in which a published page has the tag, and none in any where a document
    of the site has that place.
    """
    documents = {folded(name) for name in site.documents}
    found: dict[str, dict[LocaleTag, list[tuple[Tag, PageSummary]]]] = {}
    for locale in site.locales:
        for name in site.documents:
            page = site.page(name, locale)
            tags = {tag.slug: tag for tag in reversed(page.tags)} if page else {}
            for slug, tag in tags.items():
                if page and slug and f"{FOLDER}/{slug}" not in documents:
                    found.setdefault(slug, {}).setdefault(locale, []).append((tag, page))
    return {
        slug: {locale: _tag_page(locale, tagged) for locale, tagged in found[slug].items()}
        for slug in sorted(found)
    }


def _tag_page(locale: LocaleTag, tagged: list[tuple[Tag, PageSummary]]) -> TagPage:
    title = next((tag for tag, _ in tagged if tag.translated), tagged[0][0])
    return TagPage(title, locale, tuple(page for _, page in tagged))
