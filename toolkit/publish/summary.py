"""What menus, indexes and links of other pages need to know of a page."""

from __future__ import annotations

import re

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.rendering import first_heading
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary
from toolkit.model.tally import Tally
from toolkit.publish.front_phrases import FrontPhrases, Phrase

_RAW_ID = re.compile(r"<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?([^\"'\s<>]+)")


def summarize(
    page: TranslatedPage,
    locale: LocaleTag,
    source_locale: LocaleTag,
    *,
    draft: bool,
    min_complete: float,
    heading_ids: tuple[str, ...],
) -> PageSummary:
    """Return the summary of a page.

    Its title is the front matter's, else the first level-1 heading, else the last part of its name. The
    source is always published; a translation when nothing is to translate, or when at least one message
    is translated and the share reaches ``min_complete`` (0 to 1).
    """
    is_source = locale == source_locale
    front = FrontPhrases(page, is_source=is_source)
    title = page_title(page, front, is_source=is_source)
    description = front.phrase("description") or Phrase("", True)
    tally = page.tally
    return PageSummary(
        page.parsed.document.name,
        locale,
        title.text,
        title.translated,
        description.text,
        description.translated,
        front.date(),
        # Links may also lead to what the author marked in raw HTML.
        frozenset(heading_ids).union(_RAW_ID.findall(page.parsed.document.text)),
        tally,
        draft and not is_source,
        is_source or _complete(tally, min_complete),
    )


def page_title(page: TranslatedPage, front: FrontPhrases, *, is_source: bool) -> Phrase:
    """Return the title of a page as a text on one line."""
    if title := front.phrase("title"):
        return title
    if heading := first_heading(page.edition):
        index, text = heading
        if text:
            return Phrase(text, is_source or index in page.translated_tokens())
    return Phrase(page.parsed.document.name.rpartition("/")[2], is_source)


def _complete(tally: Tally, min_complete: float) -> bool:
    return tally.total == 0 or (tally.translated >= 1 and tally.ratio >= min_complete)
