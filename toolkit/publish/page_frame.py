"""What stands around the text of a page: its head, its facts, and the way to others."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.page_loads import PageLoads
from toolkit.model.page import PageSummary
from toolkit.publish.alternates import alternates, canonical_url
from toolkit.publish.content_policy import content_policy
from toolkit.publish.front_phrases import FrontPhrases, Phrase
from toolkit.publish.language_menu import edition_menu
from toolkit.publish.layout import copy_path, html_path
from toolkit.publish.open_graph import open_graph
from toolkit.publish.page_view import View
from toolkit.publish.page_way import crumbs, neighbours
from toolkit.publish.search_place import searching
from toolkit.publish.structured_data import structured_data
from toolkit.publish.tag_links import tag_links


def head_values(view: View, summary: PageSummary, loads: PageLoads) -> Mapping[str, object]:
    """Return what browsers, search engines and other programs are told of a page, by name in templates."""
    site = view.site
    return {
        "content_policy": searching(content_policy(loads), site),
        "title": view.text(Phrase(summary.title, summary.title_translated)),
        "description": view.text(Phrase(summary.description, summary.description_translated)),
        "noindex": not summary.indexed,
        "canonical_url": canonical_url(site, summary),
        "alternates": alternates(site, summary.name) if summary.indexed else (),
        "markdown_url": view.url(copy_path(summary.name, summary.locale)),
        "open_graph": open_graph(site, summary),
        "structured_data": Markup(structured_data(site, summary)),
    }


def fact_values(view: View, page: TranslatedPage, summary: PageSummary) -> Mapping[str, object]:
    """Return what readers are told of a page besides its text, by name in templates."""
    reviewed = FrontPhrases(page, is_source=view.is_source).string("reviewed")
    return {
        "date": view.date(summary.date),
        "tags": tag_links(view, summary),
        "reviewed": view.text(reviewed) if reviewed else None,
        "draft": summary.draft,
        "as_of": view.date(summary.as_of),
    }


def way_values(view: View, summary: PageSummary, source: PageSummary | None) -> Mapping[str, object]:
    """Return where one can go from a page, by name in templates; ``source`` is its source page."""
    site = view.site
    before, after = neighbours(view, summary.name)
    return {
        "crumbs": crumbs(view, summary.name),
        "is_start": summary.name == "index",
        "before": before,
        "after": after,
        "languages": edition_menu(view, summary.name),
        "source_name": site.names[site.source_locale],
        "source_language": view.source_language,
        "source_url": "" if view.is_source or not source else view.url(html_path(source.name, source.locale)),
    }
