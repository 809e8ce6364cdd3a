from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest

from toolkit.assemble.offer import Translations
from toolkit.assemble.page import assemble_page, source_page
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.segments import parse_document
from toolkit.model.catalog import Entry
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.page import PageSummary
from toolkit.model.segment import MessageKey
from toolkit.model.tally import Tally
from toolkit.publish.site import site_index
from toolkit.publish.summary import summarize

EN, DE, AR = LocaleTag("en"), LocaleTag("de"), LocaleTag("ar")


def summary(
    text: str,
    texts: Mapping[tuple[str | None, str], str] | None = None,
    *,
    min_complete: float = 0.0,
    draft: bool = True,
    front_matter: tuple[str, ...] = ("title", "description"),
) -> PageSummary:
    document = Document(
        "guides/how-to", "source/guides/how-to.md", text, MarkdownOptions(front_matter=front_matter)
    )
    parsed = parse_document(document)
    ids = source_heading_ids(parsed)
    if texts is None:
        return summarize(source_page(parsed), EN, EN, draft=draft, min_complete=min_complete, heading_ids=ids)
    entries = {MessageKey(*key): Entry("", MessageKey(*key), msgstr) for key, msgstr in texts.items()}
    page = assemble_page(parsed, Translations("a.po", entries))
    return summarize(page, DE, EN, draft=draft, min_complete=min_complete, heading_ids=ids)


FRONT = "---\ntitle: Title\ndescription: About it\ndate: 2026-11-22\n---\n\n# Heading *one*\n\nText\n"


def test_the_source_says_all_of_itself() -> None:
    assert summary(FRONT) == PageSummary(
        "guides/how-to",
        EN,
        "Title",
        True,
        "About it",
        True,
        datetime.date(2026, 11, 22),
        frozenset({"heading-one"}),
        Tally(translated=4, words=6, blocks=4),
        False,
        True,
        None,
        True,
        (),
    )


def test_title_and_description_are_the_editions_own() -> None:
    found = summary(FRONT, {("title", "Title"): "Titel: x", (None, "Text"): "Wort"})
    assert (found.title, found.title_translated) == ("Titel: x", True)
    assert (found.description, found.description_translated) == ("About it", False)
    assert (found.draft, found.published, found.ids) == (True, True, frozenset({"heading-one"}))


@pytest.mark.parametrize(
    ("text", "texts", "title", "translated"),
    [
        ("# One `two` [three](x)\n", {}, "One two three", False),
        ("# One\n", {(None, "One"): "*Eins*"}, "Eins", True),
        ("## Two\n", {(None, "Two"): "Zwei"}, "how-to", False),
        ("#\n", {}, "how-to", False),
        ("---\ntitle: 2026\n---\n# One\n", {}, "2026", True),
        ("---\ntitle: [no]\n---\n# One\n", {}, "One", False),
        ("---\ntitle: ''\n---\n# One\n", {}, "One", False),
        (
            "---\ntitle: >\n  two\n  lines\n---\n",
            {("title", "two lines"): "zwei Zeilen"},
            "zwei Zeilen",
            True,
        ),
    ],
)
def test_the_title_is_the_front_matters_else_the_first_headings_else_the_name(
    text: str, texts: Mapping[tuple[str | None, str], str], title: str, translated: bool
) -> None:
    found = summary(text, texts)
    assert (found.title, found.title_translated) == (title, translated)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-11-22", datetime.date(2026, 11, 22)),
        ("'2026-11-22'", datetime.date(2026, 11, 22)),
        ("2026-11-22T10:11:12Z", datetime.date(2026, 11, 22)),
        ("'2026-11-22T10:11'", datetime.date(2026, 11, 22)),
        ("'November'", None),
        ("2026", None),
        ("2026-99-99", None),
    ],
)
def test_the_date_is_a_yaml_date_or_iso_8601(written: str, date: datetime.date | None) -> None:
    assert summary(f"---\ndate: {written}\n---\n").date == date


@pytest.mark.parametrize(
    "text",
    [
        "+++\ntitle = \"Title\"\ndescription = 'About it'\ndate = 2026-11-22T08:00:00Z\n+++\nText\n",
        "+++\ntitle = 'Title'\ndescription = 'About it'\ndate = 2026-11-22\n+++\nText\n",
        '{"title": "Title", "description": "About it", "date": "2026-11-22"}\nText\n',
        '{"title": "\\u0054itle", "description": "About\\nit", "date": "2026-11-22T08:00:00Z"}\nText\n',
    ],
)
def test_front_matter_in_toml_and_json_says_as_much_as_in_yaml(text: str) -> None:
    found = summary(text)
    assert (found.title, found.description, found.date) == ("Title", "About it", datetime.date(2026, 11, 22))
    found = summary(text, {("title", "Title"): 'Titel: "x" \\\n+++'})
    assert (found.title, found.title_translated) == ('Titel: "x" \\ +++', True)
    assert (found.description, found.description_translated) == ("About it", False)
    assert found.date == datetime.date(2026, 11, 22)


def test_a_title_that_is_also_a_paragraph_may_hold_no_tag_of_its_own() -> None:
    for front in ("---\ntitle: One\n---\n", "+++\ntitle = 'One'\n+++\n", '{"title": "One"}\n'):
        alone = summary(front, {("title", "One"): "<b>Eins</b>"})
        assert (alone.title, alone.title_translated) == ("<b>Eins</b>", True)
        both = summary(f"{front}\n<!-- i18n:context: title -->\n\nOne\n", {("title", "One"): "<b>Eins</b>"})
        assert (both.title, both.title_translated) == ("One", False)


def test_a_title_of_what_no_page_can_hold_is_shown_with_a_sign_for_it() -> None:
    assert summary('{"title": "a \\ud83d b", "date": 7, "n": 1e999}\n').title == "a \ufffd b"


@pytest.mark.parametrize(
    ("done", "min_complete", "published"),
    [(0, 0.0, False), (1, 0.0, True), (1, 0.5, True), (1, 0.51, False), (2, 1.0, True)],
)
def test_a_translation_is_published_when_enough_of_it_is_translated(
    done: int, min_complete: float, published: bool
) -> None:
    texts: dict[tuple[str | None, str], str] = {(None, word): word.upper() for word in ("one", "two")[:done]}
    assert summary("one\n\ntwo\n", texts, min_complete=min_complete).published is published


def test_a_page_without_messages_is_published() -> None:
    assert summary("```\ncode\n```\n", {}, min_complete=1.0).published


def test_raw_html_may_bring_ids() -> None:
    assert summary("# A\n\n<a name=\"b\"></a> <i class='x' id=c>\n").ids == {"a", "b", "c"}


def test_the_site_has_the_source_first_and_knows_names_and_directions() -> None:
    pages = [summary(FRONT), summary(FRONT, {})]
    site = site_index(
        EN,
        [DE, AR, EN],
        [("guides/how-to", "source/guides/how-to.md")],
        pages,
        {DE: LanguageOverrides("Teutsch", "rtl")},
    )
    assert site.locales == (EN, AR, DE)
    assert site.paths == {"source/guides/how-to.md": "guides/how-to"}
    assert site.documents == ("guides/how-to",)
    assert dict(site.names) == {EN: "English", AR: "العربية", DE: "Teutsch"}
    assert dict(site.directions) == {EN: "ltr", AR: "rtl", DE: "rtl"}
    assert site.page("guides/how-to", EN) == pages[0]
    assert site.page("guides/how-to", DE) is None
    assert site.editions("guides/how-to") == (pages[0],)
