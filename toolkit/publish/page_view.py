"""The values that the templates show, computed from pages and the site."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from markupsafe import Markup

from toolkit.languages import direction, format_date, format_percent
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, SiteIndex
from toolkit.publish.feed import feed_locales, feed_path
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.interface_words import InterfaceWords
from toolkit.publish.layout import ROOT_INDEX, STATIC_FOLDER, html_path, locale_index_path, relative_url
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
    def page_words(self) -> PageWords:
        """The words that rendering adds to a text."""
        texts = {word: str(self.words.gettext(word).unescape()) for word in TEXT_WORDS}
        return PageWords(texts, self.words_language)

    @property
    def is_source(self) -> bool:
        """Whether the page is in the source language."""
        return self.locale == self.site.source_locale

    def url(self, path: str) -> str:
        """Return the URL of an output from this page."""
        return relative_url(self.path, path)

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
        locales = [page.locale for page in self.site.editions(name)]
        return tuple(self._link(locale, html_path(name, locale)) for locale in locales)

    def locales(self) -> tuple[LanguageLink, ...]:
        """Return the menu of the languages that have a page."""
        locales = published_locales(self.site)
        return tuple(self._link(locale, locale_index_path(locale)) for locale in locales)

    def entries(self) -> tuple[Entry, ...]:
        """Return the published pages of the locale."""
        pages = (self.site.page(name, self.locale) for name in self.site.documents)
        return tuple(self._entry(page) for page in pages if page)

    def common(self) -> dict[str, object]:
        """Return the values that every template needs."""
        return {
            "language": self.language,
            "chrome": self.chrome,
            "home_url": self.url(locale_index_path(self.locale)),
            "languages_url": self.url(ROOT_INDEX),
            "feed_url": self.feed_url,
            "style_url": self.url(f"{STATIC_FOLDER}/style.css"),
        }

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


def published_locales(site: SiteIndex) -> tuple[LocaleTag, ...]:
    """Return the locales that have a published page, in the order of the site."""
    found = {page.locale for page in site.pages.values() if page.published}
    return tuple(locale for locale in site.locales if locale in found)
