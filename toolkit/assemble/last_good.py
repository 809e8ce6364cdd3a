"""The newest text of a document that a catalog translates completely."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.assemble.offer import Judgement, Translations
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.markdown.segments import ParsedDocument


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A document as it was, and the day since when it was so."""

    parsed: ParsedDocument
    since: datetime.date


@dataclass(frozen=True, slots=True)
class LastGood:
    """A page all of whose messages are translated, of a text as it was."""

    page: TranslatedPage
    as_of: datetime.date


def last_good(
    texts: Iterable[EarlierText], translations: Translations, judgement: Judgement
) -> LastGood | None:
    """Return the first of ``texts`` that is translated completely, as a page; ``None`` where none is.

    ``translations`` should hold obsolete entries too, for what was translated once is obsolete now.  A text
    without messages does not count: it would be a page in no language.
    """
    entries = translations.entries
    for text in texts:
        keys = {segment.key for segment in text.parsed.segments}
        found = [entries.get(key) for key in keys]
        if not keys or any(entry is None or entry.fuzzy or not entry.msgstr for entry in found):
            continue  # assembling it would say the same, more slowly
        page = assemble_page(text.parsed, translations, judgement)
        if page.tally.translated == page.tally.total:
            return LastGood(page, text.since)
    return None
