"""What one page needs to know of itself and of the site: the values that every template shows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from markupsafe import Markup

from toolkit.languages.dates import format_date, format_minutes
from toolkit.languages.scripts import direction, script
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.model.locale import LocaleTag
from toolkit.model.page import SiteIndex
from toolkit.publish.alternates import site_url
from toolkit.publish.feed import feed_locales, feed_path
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.interface_words import InterfaceWords
from toolkit.publish.layout import (
    ROOT_INDEX,
    ROOT_NOT_FOUND,
    STATIC_FOLDER,
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
class Date:
    """A date for machines and for readers."""

    iso: str
    text: str


class View:
    """One page as templates see it: its language, its words, and URLs that are relative to its place."""

    def __init__(
        self, site: SiteIndex, locale: LocaleTag, path: str, words: InterfaceWords, *, anywhere: bool = False
    ) -> None:
        """Take the page's place; ``anywhere`` for what a server shows at addresses that are not its own."""
        self.site = site
        self.locale = locale
        self.path = path
        self.words = words
        self._anywhere = anywhere and bool(site.base_url)
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
        """Return the URL of an output from this page: relative, or from the top of the host.

        The latter on a site with a ``base_url``, for what is shown ``anywhere``: a browser would take a
        relative one as relative to the address that was asked for.
        """
        if self._anywhere:
            return urlsplit(site_url(self.site, path)).path
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
