"""What menus, indexes and links of other pages need to know of a page."""

from __future__ import annotations

import datetime
import re

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.constructs.anchors import anchors
from toolkit.markdown.document_headings import first_heading
from toolkit.markdown.raw_html import ids_in_raw_html
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, Tag
from toolkit.model.provenance import UNKNOWN, Provenance
from toolkit.model.tally import Tally
from toolkit.publish.front_phrases import FrontPhrases, Phrase
from toolkit.publish.layout import NOT_FOUND
from toolkit.publish.tags import tag_slug
from toolkit.status.completeness import is_complete

NOINDEX_BELOW = 0.5
"""Share translated below which search engines are asked to leave a translation out."""

_RAW_ID = re.compile(r"\b(?:id|name)[\t\n\f\r ]*=", re.IGNORECASE)


def summarize(
    page: TranslatedPage,
    locale: LocaleTag,
    source_locale: LocaleTag,
    *,
    draft: bool,
    min_complete: float,
    heading_ids: tuple[str, ...],
    tally: Tally | None = None,
    as_of: datetime.date | None = None,
    provenance: Provenance = UNKNOWN,
    translate_url: str = "",
) -> PageSummary:
    """Return the summary of a page.

    Its title is the front matter's, else the first level-1 heading, else the last part of its name. The
    source is always published; a translation where `is_complete` says so of ``min_complete``. For a page of
    an earlier text, which is complete, ``as_of`` says since when it was so, and ``tally`` counts the text as
    it is now. Search engines list no page that says that there is none.
    """
    is_source = locale == source_locale
    front = FrontPhrases(page, is_source=is_source)
    title = page_title(page, front, is_source=is_source)
    description = front.phrase("description") or Phrase("", True)
    return PageSummary(
        page.parsed.document.name,
        locale,
        title.text,
        title.translated,
        description.text,
        description.translated,
        front.date(),
        frozenset(heading_ids) | _other_ids(page.parsed),
        tally or page.tally,
        draft and not is_source,
        is_source or as_of is not None or is_complete(tally or page.tally, min_complete),
        as_of,
        page.parsed.document.name != NOT_FOUND
        and (is_source or as_of is not None or page.tally.ratio >= NOINDEX_BELOW),
        front.source_texts("aliases"),
        provenance,
        translate_url,
        tuple(
            Tag(tag_slug(source), phrase.text, phrase.translated)
            for source, phrase in front.with_sources("tags")
        ),
    )


def _other_ids(parsed: ParsedDocument) -> frozenset[str]:
    """Return the ids that links can lead to besides those of headings: of raw HTML, footnotes, dialects."""
    text = parsed.document.text
    found = ids_in_raw_html(parsed.tokens) if _RAW_ID.search(text) else frozenset()
    found |= anchors(parsed.tokens)
    notes = len(parsed.env.get("footnotes", {}).get("refs", ())) + text.count("^[")
    return found.union(f"{kind}{number}" for number in range(1, notes + 1) for kind in ("fn", "fnref"))


def page_title(page: TranslatedPage, front: FrontPhrases, *, is_source: bool) -> Phrase:
    """Return the title of a page as a text on one line."""
    if title := front.phrase("title"):
        return title
    if heading := first_heading(page.edition):
        index, text = heading
        if text:
            return Phrase(text, is_source or index in page.translated_tokens())
    return Phrase(page.parsed.document.name.rpartition("/")[2], is_source)
