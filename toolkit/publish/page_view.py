"""The values that the templates show, computed from pages and the site."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from toolkit.languages.dates import format_date, format_minutes
from toolkit.languages.numbers import format_percent
from toolkit.languages.scripts import direction, script
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.inline_scan import has_letter
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.feed import feed_locales, feed_path
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.interface_words import InterfaceWords
from toolkit.publish.layout import (
    NOT_FOUND,
    ROOT_INDEX,
    ROOT_NOT_FOUND,
    START,
    STATIC_FOLDER,
    html_path,
    locale_index_path,
    relative_url,
)
from toolkit.publish.reading_time import reading_minutes
from toolkit.publish.search_place import search_path
from toolkit.publish.stale_blocks import WORD

TEXT_WORDS = (
    *("Note", "Tip", "Important", "Warning", "Caution"),
    *("Footnotes", "Back to text", "Table", "Done", "To do"),
    WORD,
)
"""The words that rendering adds to a text; ``templates/text_words.html`` names them for extraction."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the attributes of the element that holds it: ``lang`` and ``dir`` where they differ."""

    text: str
    attributes: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """An entry of a language menu."""

    name: str
    language: Language
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Date:
    """A date for machines and for readers."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in a locale's list."""

    url: str
    title: Text
    description: Text | None
    date: Date | None
    percent: str
    """How much is translated, or empty when all is."""
    draft: bool


@dataclass(frozen=True, slots=True)
class Crumb:
    """A folder on the way to a page."""

    title: Text
    url: str
    """Its start page, or empty where it has none."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The page before or after another one."""

    url: str
    title: Text


class View:
    """What one page of a site needs to know of it: its language, its chrome and the way to others."""

    def __init__(self, site: SiteIndex, locale: LocaleTag, path: str, words: InterfaceWords) -> None:
        self.site = site
        self.locale = locale
        self.path = path
        self.words = words
        self.language = self.language_of(locale)
        self.source_language = self.language_of(site.source_locale)
        worded = words.language
        same = worded.language == locale.language and worded.script in (locale.script, None)
        self.words_language = None if same else Language(worded.bcp47, direction(worded))

    def language_of(self, locale: LocaleTag) -> Language:
        """Return a locale's language as HTML names it."""
        return Language(locale.bcp47, self.site.directions[locale])

    @property
    def chrome(self) -> Markup:
        """The attributes of elements that hold interface words."""
        return Markup(self.words_language.attributes if self.words_language else "")

    @property
    def feed_url(self) -> str:
        """The way to the feed of the page's language, or empty; the choice of languages has none."""
        has_feed = self.path != ROOT_INDEX and self.locale in feed_locales(self.site)
        return self.url(feed_path(self.locale)) if has_feed else ""

    @property
    def search_url(self) -> str:
        """The way to the page on which one searches the pages of a language, or empty."""
        has_search = self.site.search and self.path not in (ROOT_INDEX, ROOT_NOT_FOUND)
        return self.url(search_path(self.site, self.locale)) if has_search else ""

    @property
    def page_words(self) -> PageWords:
        """The words that rendering adds to a text."""
        texts = {word: str(self.words.gettext(word).unescape()) for word in TEXT_WORDS}
        return PageWords(texts, self.words_language, self.words_language or self.language)

    @property
    def is_source(self) -> bool:
        """Whether the page is in the source language."""
        return self.locale == self.site.source_locale

    def url(self, path: str) -> str:
        """Return the URL of an output from this page."""
        return relative_url(self.path, path)

    def static_url(self, name: str) -> str:
        """Return the URL of a static file, the theme's or the user's, from this page."""
        return self.url(f"{STATIC_FOLDER}/{name}")

    def text(self, phrase: Phrase) -> Text:
        """Return a phrase with its language."""
        if phrase.translated or self.is_source:
            return Text(phrase.text)
        return Text(phrase.text, Markup(self.source_language.attributes))

    def date(self, date: datetime.date | None) -> Date | None:
        """Return a date in the page's language."""
        return Date(date.isoformat(), format_date(date, self.locale)) if date else None

    def editions(self, name: str) -> tuple[LanguageLink, ...]:
        """Return the menu of the languages a document is published in."""
        return self.languages(
            {page.locale: html_path(name, page.locale) for page in self.site.editions(name)}
        )

    def locales(self) -> tuple[LanguageLink, ...]:
        """Return the menu of the languages that have a page."""
        return self.languages({locale: locale_index_path(locale) for locale in published_locales(self.site)})

    def languages(self, paths: Mapping[LocaleTag, str]) -> tuple[LanguageLink, ...]:
        """Return the menu of the languages that have an output at these paths."""
        return tuple(self._link(locale, path) for locale, path in paths.items())

    def entries(self, pages: Iterable[PageSummary] | None = None) -> tuple[Entry, ...]:
        """Return pages for a list: these, or all of the locale but the one for what is missing."""
        if pages is None:
            names = (name for name in self.site.documents if name != NOT_FOUND)
            pages = filter(None, (self.site.page(name, self.locale) for name in names))
        return tuple(self._entry(page) for page in pages)

    def searches(self) -> tuple[LanguageLink, ...]:
        """Return the menu of the languages whose pages can be searched."""
        locales = published_locales(self.site)
        return self.languages({locale: search_path(self.site, locale) for locale in locales})

    def crumbs(self, name: str) -> tuple[Crumb, ...]:
        """Return the folders of a document's name, from the outermost; each may have a page ``index``."""
        folders = name.split("/")[:-1]
        paths = ["/".join(folders[: depth + 1]) for depth in range(len(folders))]
        return tuple(self._crumb(path) for path in paths if f"{path}/index" != name)

    def neighbours(self, name: str) -> tuple[Neighbour | None, Neighbour | None]:
        """Return the published pages before and after a document in the order of the site.

        The start page of the locale is no step on this way, nor is the one for what is missing: they have
        no neighbours.
        """
        before, after = _steps(self.site, self.locale).get(name, (None, None))
        return self._neighbour(before), self._neighbour(after)

    def reading_time(self, html: str) -> str:
        """Return how long HTML takes to read, in the language of the words around it."""
        minutes = reading_minutes(html, script(self.locale))
        return format_minutes(minutes, self.words.language if self.words_language else self.locale)

    def common(self) -> dict[str, object]:
        """Return the values that every template needs."""
        return {
            "language": self.language,
            "chrome": self.chrome,
            "home_url": self.url(locale_index_path(self.locale)),
            "home_title": self._start_title(),
            # With a fragment, so that the page of languages leads nobody on who came from here.
            "languages_url": f"{self.url(ROOT_INDEX)}#toolkit-content",
            "feed_url": self.feed_url,
            "search_url": self.search_url,
            "static_url": self.static_url,
            "style_url": self.static_url("style.css"),
        }

    def _start_title(self) -> Text | None:
        """Return the title of the document ``index``, the start page where it is published."""
        start = self.site.page("index", self.locale)
        return self.text(Phrase(start.title, start.title_translated)) if start else None

    def _crumb(self, folder: str) -> Crumb:
        if page := self.site.page(f"{folder}/index", self.locale):
            title = self.text(Phrase(page.title, page.title_translated))
            return Crumb(title, self.url(html_path(page.name, page.locale)))
        # The name of a folder is a word of the source language.
        name = folder.rpartition("/")[2].replace("-", " ").replace("_", " ")
        return Crumb(self.text(Phrase(name, not has_letter(name))), "")

    def _neighbour(self, name: str | None) -> Neighbour | None:
        page = self.site.page(name, self.locale) if name else None
        if page is None:
            return None
        title = self.text(Phrase(page.title, page.title_translated))
        return Neighbour(self.url(html_path(page.name, page.locale)), title)

    def _link(self, locale: LocaleTag, path: str) -> LanguageLink:
        current = path == self.path
        return LanguageLink(self.site.names[locale], self.language_of(locale), self.url(path), current)

    def _entry(self, page: PageSummary) -> Entry:
        description = Phrase(page.description, page.description_translated)
        return Entry(
            self.url(html_path(page.name, page.locale)),
            self.text(Phrase(page.title, page.title_translated)),
            self.text(description) if page.description else None,
            self.date(page.date),
            ""
            if self.is_source or page.as_of or page.tally.percent == 100
            else format_percent(page.tally.ratio, self.locale),
            page.draft,
        )


@lru_cache(maxsize=256)  # every page of a locale asks, and a build may go through the locales in turn
def _steps(site: SiteIndex, locale: LocaleTag) -> Mapping[str, tuple[str | None, str | None]]:
    """Return the names of the documents before and after each one on the way through a locale."""
    names = [one for one in site.documents if one not in (START, NOT_FOUND) and site.page(one, locale)]
    around = zip([None, *names], names, [*names[1:], None], strict=False)
    return {name: (before, after) for before, name, after in around}


def published_locales(site: SiteIndex) -> tuple[LocaleTag, ...]:
    """Return the locales that have a published page, in the order of the site."""
    found = {page.locale for page in site.pages.values() if page.published}
    return tuple(locale for locale in site.locales if locale in found)
