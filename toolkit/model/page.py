"""What a site knows of each page before any page is rendered."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.model.layout import DEFAULT_LAYOUT, MarkdownLayout
from toolkit.model.locale import LocaleTag
from toolkit.model.provenance import UNKNOWN, Provenance
from toolkit.model.tally import Tally


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a page."""

    slug: str
    """What tags that are the same have in common, in every language; empty where it has no page."""
    text: str
    translated: bool
    """Whether ``text`` is in the page's language."""


@dataclass(frozen=True, slots=True)
class PageSummary:
    """One document in one locale: all that menus, indexes and links of other pages need of it."""

    name: str
    """The document's name: ``guides/translating``."""
    locale: LocaleTag
    title: str
    """Plain text, translated where the translation has it."""
    title_translated: bool
    """Whether ``title`` is in the locale's language (always so in the source language)."""
    description: str
    """Plain text from the front matter, or empty."""
    description_translated: bool
    date: datetime.date | None
    ids: frozenset[str]
    """The ids of its headings, the same in every locale that shows the same text."""
    tally: Tally
    """The messages of the document as it is now."""
    draft: bool
    """Whether the PO file says that nobody has reviewed the translation."""
    published: bool
    """Whether the edition is built; what is held back is listed with its tally."""
    as_of: datetime.date | None = None
    """Since when the document had the text that the page shows, where that is not the present one."""
    indexed: bool = True
    """Whether search engines may list it: the source, and a translation that is mostly in its language."""
    aliases: tuple[str, ...] = ()
    """Paths where the page stood before, as the source's front matter has them."""
    provenance: Provenance = UNKNOWN
    """Who translated it, and what it follows."""
    translate_url: str = ""
    """Where one can translate it, as the project says; empty where it does not."""
    tags: tuple[Tag, ...] = ()
    """In the order of the front matter."""


@dataclass(frozen=True, slots=True, eq=False)
class SiteIndex:
    """All pages of all locales, as the first pass of a build found them.

    It equals itself alone: what follows from a site is remembered, and no page of a build is to compare
    all pages of that site with those of earlier builds.
    """

    source_locale: LocaleTag
    locales: tuple[LocaleTag, ...]
    """The source locale first, then the others by name."""
    documents: tuple[str, ...]
    """Names of all documents, in order."""
    pages: Mapping[tuple[str, LocaleTag], PageSummary]
    """By document name and locale."""
    paths: Mapping[str, str]
    """Source path (``source/guides/translating.md``) to document name."""
    names: Mapping[LocaleTag, str]
    """Each language's name in the language itself."""
    directions: Mapping[LocaleTag, str]
    """``ltr`` or ``rtl``."""
    layout: MarkdownLayout = DEFAULT_LAYOUT
    """Where the Markdown editions stand."""
    localized: frozenset[str] = frozenset()
    """The project's files that are made for one language, as ``source/photo.fr.png``."""
    base_url: str = ""
    """Where the HTML folder is online, without a slash at its end; empty where nobody has said so."""
    search: bool = False
    """Whether its pages can be searched."""

    def page(self, name: str, locale: LocaleTag) -> PageSummary | None:
        """Return the published page of a document in a locale, or ``None``."""
        page = self.pages.get((name, locale))
        return page if page is not None and page.published else None

    def editions(self, name: str) -> tuple[PageSummary, ...]:
        """Return the published pages of a document in all locales, in the order of ``locales``."""
        found = (self.page(name, locale) for locale in self.locales)
        return tuple(page for page in found if page is not None)

    @property
    def published_locales(self) -> tuple[LocaleTag, ...]:
        """The locales that have a published page, in the order of ``locales``."""
        found = {page.locale for page in self.pages.values() if page.published}
        return tuple(locale for locale in self.locales if locale in found)
