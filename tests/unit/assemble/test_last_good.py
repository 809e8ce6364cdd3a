"""The newest text that a catalog translates completely."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from toolkit.assemble.last_good import EarlierText, LastGood, last_good
from toolkit.assemble.offer import DEFAULT_JUDGEMENT, translations_of
from toolkit.catalog.po.reader import read_catalog
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "One"
msgstr "Uno"

#, fuzzy
msgid "Two now"
msgstr "Dos"

msgid "Bad"
msgstr "<script>"

#~ msgid "Two"
#~ msgstr "Dos"

#~ msgid "One"
#~ msgstr "una"

#, fuzzy
#~ msgid "Three"
#~ msgstr "Tres"
"""


def earlier(*texts: str) -> Iterator[EarlierText]:
    """Yield texts, one for each day of November back from the 20th."""
    for number, text in enumerate(texts):
        parsed = parse_document(Document("a", "source/a.md", text))
        yield EarlierText(parsed, datetime.date(2026, 11, 20 - number))


def found(*texts: str) -> LastGood | None:
    translations = translations_of(read_catalog(PO.encode(), "es.po"), obsolete=True)
    return last_good(earlier(*texts), translations, DEFAULT_JUDGEMENT)


def test_the_newest_complete_text_is_found_with_its_day() -> None:
    good = found("One\n\nTwo now\n", "One\n\nTwo\n", "One\n")
    assert good is not None
    assert (good.page.edition.text, good.as_of.day) == ("Uno\n\nDos\n", 19)


def test_what_is_fuzzy_unknown_withheld_or_without_messages_is_not_complete() -> None:
    assert found("Two now\n", "Three\n", "Four\n", "One\n\nBad\n", "", "```\ncode\n```\n") is None
    assert found() is None


def test_an_active_entry_wins_over_an_obsolete_one() -> None:
    good = found("One\n")
    assert good is not None
    assert good.page.edition.text == "Uno\n"


def test_no_more_texts_are_read_than_needed() -> None:
    texts = earlier("Four\n", "One\n", "Two\n")
    translations = translations_of(read_catalog(PO.encode(), "es.po"), obsolete=True)
    assert last_good(texts, translations, DEFAULT_JUDGEMENT) is not None
    assert [text.since.day for text in texts] == [18]
