"""Where a site has its search, and what a page needs to lead there."""

from __future__ import annotations

from itertools import count
from typing import Final

from toolkit.model.locale import LocaleTag
from toolkit.model.page import SiteIndex
from toolkit.publish.content_policy import ContentPolicy
from toolkit.publish.layout import STATIC_FOLDER, html_path

INDEX_FOLDER: Final = f"{STATIC_FOLDER}/pagefind"
"""Where the index goes: below the theme's files, where no page can be."""


def search_path(site: SiteIndex, locale: LocaleTag) -> str:
    """Return the path of the page on which one searches a language, below the output folder.

    A document that is called ``search`` keeps its place; then the page is ``search-2``, in all languages.
    """
    taken = {name.casefold() for name in site.documents}
    names = ("search" if number == 1 else f"search-{number}" for number in count(1))
    return html_path(next(name for name in names if name not in taken), locale)


def searching(policy: ContentPolicy, site: SiteIndex) -> ContentPolicy:
    """Return the policy of a page that has the form: it leads within the site, and runs nothing."""
    return policy.also("form-action", "'self'") if site.search else policy
