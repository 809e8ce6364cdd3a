"""The text of a page as HTML, and what is known of it only once it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage, source_page
from toolkit.markdown.code_highlighting import unhighlighted
from toolkit.markdown.destinations import Destination
from toolkit.markdown.document_headings import first_heading
from toolkit.markdown.page_loads import PageLoads, page_loads
from toolkit.markdown.render_settings import RenderSettings, Target
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import ParsedDocument
from toolkit.publish.contents import headings, nested
from toolkit.publish.page_view import View
from toolkit.publish.passage_lists import PassageList, passage_list
from toolkit.publish.passages import passages_of


@dataclass(frozen=True, slots=True)
class PageBody:
    """The rendered text of a page."""

    loads: PageLoads
    """What the source page loads and runs, which its translations may too."""
    waiting: PassageList | None
    """The passages that stand in the source language."""
    stale: PassageList | None
    """Those that translate an earlier source text."""
    values: Mapping[str, object]
    """What templates show of it, by name."""


def page_body(
    page: TranslatedPage,
    view: View,
    heading_ids: tuple[str, ...],
    target: Callable[[Destination], Target],
    loads: PageLoads | None,
    *,
    highlight_code: bool,
) -> PageBody:
    """Return the text of a page; the tokens of ``page.edition`` are used up.

    ``target`` says where its links lead. ``loads`` is what the source page loads, where that is known.
    """
    # All that reads the tokens comes before the rendering, which changes them.
    has_heading = first_heading(page.edition) is not None
    translated = page.translated_tokens()
    listed = headings(page, heading_ids, is_source=view.is_source)
    words = view.page_words
    passages = passages_of(page, words, view.source_language)
    settings = RenderSettings(
        heading_ids,
        None if view.is_source else view.source_language,
        translated,
        frozenset(page.parsed.inline.keys() - translated),
        passages.marks,
        passages.ids,
        passages.embedded,
        target,
        words,
        highlight_code,
    )
    rendered = render_html(page.edition, settings)
    plain = rendered.heading + rendered.body
    if highlight_code:
        plain = unhighlighted(plain)
    if view.is_source:
        loads = page_loads(plain)
    elif loads is None:
        loads = _source_loads(page.parsed)
    ids = {**rendered.ids, **passages.title_ids}
    foreign = Markup(view.source_language.attributes)
    waiting = passage_list(page, passages.waiting, ids, foreign, view.locale)
    stale = passage_list(page, passages.stale, ids, foreign, view.locale)
    values = {
        "title_mark": passages.title_attributes,
        "heading": Markup(rendered.heading),
        "body": Markup(rendered.body),
        "body_has_title": has_heading and not rendered.heading,
        "contents": nested(listed, foreign),
        "reading_time": view.reading_time(plain),
        "left": 0 if view.is_source else page.tally.blocks_in_source,
        "stale": page.tally.blocks_stale,
        "first_waiting": waiting.first if waiting else "",
        "first_stale": stale.first if stale else "",
    }
    return PageBody(loads, waiting, stale, values)


def _source_loads(parsed: ParsedDocument) -> PageLoads:
    """Return what the source page of a document loads and runs; never asked of a translation."""
    rendered = render_html(source_page(parsed).edition, RenderSettings())
    return page_loads(rendered.heading + rendered.body)
