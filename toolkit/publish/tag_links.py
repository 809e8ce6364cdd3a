"""The tags of a page as links to the lists of the pages that have them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from toolkit.model.page import PageSummary
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.page_view import View
from toolkit.publish.tags import tag_pages, tag_path


@dataclass(frozen=True, slots=True)
class TagLink:
    """A tag of a page."""

    text: str
    attributes: Markup
    """``lang`` and ``dir`` where it is not in the page's language."""
    url: str
    """Its page, or empty where it has none."""


def tag_links(view: View, page: PageSummary) -> tuple[TagLink, ...]:
    """Return the tags of a page in the order of its front matter."""
    pages = tag_pages(view.site)
    found = []
    for tag in page.tags:
        text = view.text(Phrase(tag.text, tag.translated))
        has_page = view.locale in pages.get(tag.slug, {})
        url = view.url(tag_path(tag.slug, view.locale)) if has_page else ""
        found.append(TagLink(text.text, text.attributes, url))
    return tuple(found)
