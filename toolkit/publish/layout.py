"""Where the pages of a site stand, and the way from one to another."""

from __future__ import annotations

import posixpath
from typing import Final
from urllib.parse import quote

from toolkit.model.layout import MarkdownLayout
from toolkit.model.locale import LocaleTag

ROOT_INDEX: Final = "html/index.html"
"""The page where a reader chooses a language."""

ROOT_NOT_FOUND: Final = "html/404.html"
"""What a server shows where there is no page: some know only this one, for all languages."""

NO_JEKYLL: Final = "html/.nojekyll"
"""Tells GitHub Pages to serve the files as they are; it would make pages of the Markdown copies."""

START: Final = "index"
"""The name of the document that is the start page of a locale, in place of the list of its pages."""

NOT_FOUND: Final = "404"
"""The name of the document that is what a server shows where a locale has no page."""

STATIC_FOLDER: Final = "html/assets"
"""Where the theme's static files go."""


def html_path(name: str, locale: LocaleTag) -> str:
    """Return the path of a document's HTML page below the output folder."""
    return f"html/{locale.bcp47}/{name}.html"


def markdown_path(name: str, locale: LocaleTag, layout: MarkdownLayout) -> str:
    """Return the path of a document's Markdown edition below the output folder."""
    return f"markdown/{layout.path(name, locale)}"


def copy_path(name: str, locale: LocaleTag) -> str:
    """Return the path of the copy of a document's Markdown edition that stands beside its HTML page.

    It is there whatever part of the output folder is put online, so that pages can name it.
    """
    return f"html/{locale.bcp47}/{name}.md"


def page_paths(name: str, locale: LocaleTag, layout: MarkdownLayout) -> tuple[str, ...]:
    """Return the paths of a document's editions, and of the copy, below the output folder."""
    return html_path(name, locale), markdown_path(name, locale, layout), copy_path(name, locale)


def locale_index_path(locale: LocaleTag) -> str:
    """Return the path of a locale's start page: the list of its pages, or the document ``index``."""
    return html_path(START, locale)


def not_found_path(locale: LocaleTag) -> str:
    """Return the path of what a server shows where a locale has no page, or of the document ``404``."""
    return html_path(NOT_FOUND, locale)


def landing(page: str, destination: str) -> str:
    """Return the path that a relative destination (percent-decoded) on a page leads to, normalised.

    It begins with ``..`` where it leaves the folder that ``page`` is relative to.
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), destination))


def relative_url(page: str, target: str) -> str:
    """Return the relative URL of a file from a page, percent-encoded: it works from disk and in Markdown."""
    return quoted(posixpath.relpath(target, posixpath.dirname(page) or "."))


def quoted(path: str) -> str:
    """Return a relative path as a URL that needs no escape in Markdown or in an attribute."""
    return quote(path, safe="/~,;=@!")
