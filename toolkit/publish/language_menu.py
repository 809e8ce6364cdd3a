"""The menus of languages: the same page in others, the start pages, the pages on which one searches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.markdown.html_rules import Language
from toolkit.model.locale import LocaleTag
from toolkit.publish.layout import html_path, locale_index_path
from toolkit.publish.page_view import View
from toolkit.publish.search_place import search_path


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """An entry of a language menu."""

    name: str
    language: Language
    url: str
    current: bool


def language_menu(view: View, paths: Mapping[LocaleTag, str]) -> tuple[LanguageLink, ...]:
    """Return the menu of the languages that have an output at these paths."""
    return tuple(
        LanguageLink(view.site.names[locale], view.language_of(locale), view.url(path), path == view.path)
        for locale, path in paths.items()
    )


def edition_menu(view: View, name: str) -> tuple[LanguageLink, ...]:
    """Return the menu of the languages that a document is published in."""
    return language_menu(
        view, {page.locale: html_path(name, page.locale) for page in view.site.editions(name)}
    )


def start_menu(view: View) -> tuple[LanguageLink, ...]:
    """Return the menu of the languages that have a page: it leads to their start pages."""
    return language_menu(view, {one: locale_index_path(one) for one in view.site.published_locales})


def search_menu(view: View) -> tuple[LanguageLink, ...]:
    """Return the menu of the languages whose pages can be searched."""
    return language_menu(view, {one: search_path(view.site, one) for one in view.site.published_locales})
