"""The pages of a list: all of a language, or those with a tag."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.languages.numbers import format_percent
from toolkit.model.page import PageSummary
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.layout import NOT_FOUND, html_path
from toolkit.publish.page_view import Date, Text, View


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


def page_entries(view: View) -> tuple[Entry, ...]:
    """Return the published pages of the language, but for the one for what is missing."""
    names = (name for name in view.site.documents if name != NOT_FOUND)
    pages = (view.site.page(name, view.locale) for name in names)
    return tuple(page_entry(view, page) for page in pages if page)


def page_entry(view: View, page: PageSummary) -> Entry:
    """Return what a list says of a page."""
    description = Phrase(page.description, page.description_translated)
    complete = view.is_source or page.as_of or page.tally.percent == 100
    return Entry(
        view.url(html_path(page.name, page.locale)),
        view.text(Phrase(page.title, page.title_translated)),
        view.text(description) if page.description else None,
        view.date(page.date),
        "" if complete else format_percent(page.tally.ratio, view.locale),
        page.draft,
    )
