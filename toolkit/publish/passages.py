"""The passages of a page that are not up to date: where each stands, and how a link leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.document_headings import first_heading
from toolkit.markdown.embedded_marks import EmbeddedMark
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.stale_marks import StaleMark
from toolkit.model.segment import MessageKey
from toolkit.publish.stale_blocks import stale_marks


@dataclass(frozen=True, slots=True)
class Passages:
    """What rendering has to know of the passages of a page that are not up to date."""

    waiting: frozenset[int]
    """Numbers of the segments that stand in the source language."""
    stale: frozenset[int]
    """Numbers of those that translate an earlier source text."""
    marks: Mapping[int, StaleMark]
    """By index of an inline token: what changed in its source text."""
    ids: Mapping[int, str]
    """By index of an inline token: an id for its block."""
    embedded: Mapping[int, tuple[EmbeddedMark, ...]]
    """By index of a block of raw HTML or code."""
    title_ids: Mapping[str, str]
    """The id of the title above the text, as `Rendered.ids` says others; nothing where the text begins with
    a title of its own, or that of the front matter is up to date."""
    title_attributes: Markup
    """That id and the mark of the title."""


def passage_id(number: int) -> str:
    """Return the id of a segment by its number, from 0: the same in every language, whatever else waits."""
    return f"toolkit-passage-{number + 1}"


def passages_of(page: TranslatedPage, words: PageWords, source: Language) -> Passages:
    """Return the passages of a page that are not up to date; none of a page in the source language.

    To be asked before the page is rendered, which uses its tokens up.
    """
    by_key = stale_marks(page, words, source)
    segments = page.parsed.segments
    late = {number for number, segment in enumerate(segments) if not page.decisions[segment.key].shown}
    stale = frozenset(number for number, segment in enumerate(segments) if segment.key in by_key)
    ids = {token: passage_id(n) for token, n in page.parsed.inline.items() if n in late or n in stale}
    marks = {token: by_key[decision.key] for token, decision in page.stale_tokens().items()}
    title = _title(page)
    title_ids, attributes = {}, Markup()
    if title is not None and (title in late or title in stale):
        mark = EmbeddedMark((), passage_id(title), by_key.get(segments[title].key))
        title_ids = {mark.id: mark.id}
        attributes = Markup(f' id="{mark.id}"{mark.attributes("")}')
    embedded = _embedded(page, late | stale, by_key)
    return Passages(frozenset(late), stale, marks, ids, embedded, title_ids, attributes)


def _embedded(
    page: TranslatedPage, numbers: set[int], by_key: Mapping[MessageKey, StaleMark]
) -> Mapping[int, tuple[EmbeddedMark, ...]]:
    found = {}
    segments = page.parsed.segments
    for index, pieces in page.edition.embedded.items():
        marks = []
        for number, group in groupby(pieces, key=lambda piece: piece[0]):
            segment = segments[number]
            if number in numbers and (segment.encoding.in_html_text or segment.encoding.in_code):
                spans = tuple(span for _, span in group)
                marks.append(EmbeddedMark(spans, passage_id(number), by_key.get(segment.key)))
        if marks:
            found[index] = tuple(marks)
    return found


def _title(page: TranslatedPage) -> int | None:
    if first_heading(page.edition) is not None:
        return None
    for number, segment in enumerate(page.parsed.segments):
        if not segment.encoding.in_front_matter:
            return None
        if segment.key.context == "title":
            return number
    return None
