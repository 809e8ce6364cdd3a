"""The way to a page and on from it: the folders above it, the pages before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.markdown.inline_scan import has_letter
from toolkit.model.locale import LocaleTag
from toolkit.model.page import SiteIndex
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.layout import NOT_FOUND, START, html_path
from toolkit.publish.page_view import Text, View


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


def crumbs(view: View, name: str) -> tuple[Crumb, ...]:
    """Return the folders of a document's name, from the outermost; each may have a page ``index``."""
    folders = name.split("/")[:-1]
    paths = ["/".join(folders[: depth + 1]) for depth in range(len(folders))]
    return tuple(_crumb(view, path) for path in paths if f"{path}/index" != name)


def neighbours(view: View, name: str) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the published pages before and after a document in the order of the site.

    The start page of the locale is no step on this way, nor is the one for what is missing: they have
    no neighbours.
    """
    before, after = _steps(view.site)[view.locale].get(name, (None, None))
    return _neighbour(view, before), _neighbour(view, after)


def _crumb(view: View, folder: str) -> Crumb:
    if page := view.site.page(f"{folder}/index", view.locale):
        title = view.text(Phrase(page.title, page.title_translated))
        return Crumb(title, view.url(html_path(page.name, page.locale)))
    # The name of a folder is a word of the source language.
    name = folder.rpartition("/")[2].replace("-", " ").replace("_", " ")
    return Crumb(view.text(Phrase(name, not has_letter(name))), "")


def _neighbour(view: View, name: str | None) -> Neighbour | None:
    page = view.site.page(name, view.locale) if name else None
    if page is None:
        return None
    title = view.text(Phrase(page.title, page.title_translated))
    return Neighbour(view.url(html_path(page.name, page.locale)), title)


@lru_cache(maxsize=2)  # every page of a build asks
def _steps(site: SiteIndex) -> Mapping[LocaleTag, Mapping[str, tuple[str | None, str | None]]]:
    """Return the names of the documents before and after each one on the way through each locale."""
    return {locale: _steps_through(site, locale) for locale in site.locales}


def _steps_through(site: SiteIndex, locale: LocaleTag) -> Mapping[str, tuple[str | None, str | None]]:
    names = [one for one in site.documents if one not in (START, NOT_FOUND) and site.page(one, locale)]
    around = zip([None, *names], names, [*names[1:], None], strict=False)
    return {name: (before, after) for before, name, after in around}
