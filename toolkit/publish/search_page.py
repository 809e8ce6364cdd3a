"""The page on which readers search the pages of a language, and the words that its script shows."""

from __future__ import annotations

import json
from typing import Final

from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.model.page import SiteIndex
from toolkit.publish.content_policy import ContentPolicy
from toolkit.publish.language_menu import search_menu
from toolkit.publish.page_view import View
from toolkit.publish.search_place import INDEX_FOLDER, search_path, searching
from toolkit.publish.theme import Theme

SCRIPT: Final = "toolkit-search.js"
"""The theme's file that searches: a script of this page alone."""

FOUND: Final = ("%(num)s page found", "%(num)s pages found")
"""How many pages a search finds; ``templates/text_words.html`` names it for extraction."""


def plan_search_page(site: SiteIndex, theme: Theme, locale: LocaleTag) -> Output:
    """Return the page on which one searches the published pages of a locale."""
    path = search_path(site, locale)
    view = View(site, locale, path, theme.words(locale))
    counted = view.words.counted(*FOUND)
    policy = searching(ContentPolicy(), site).also("script-src", "'self'", "'wasm-unsafe-eval'")
    context = view.common() | {
        "content_policy": policy.also("connect-src", "'self'"),
        "languages": search_menu(view),
        "script_url": view.static_url(SCRIPT),
        "index_url": view.url(f"{INDEX_FOLDER}/pagefind.js"),
        "root_url": view.url("html") + "/",
        "found": json.dumps(counted.texts, ensure_ascii=False),
        "found_forms": counted.forms,
    }
    return Output(path, theme.render("search.html", view.words, context).encode("utf-8"))
