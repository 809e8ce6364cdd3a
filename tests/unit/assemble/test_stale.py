"""The old translation of a changed text: which entries offer it, and what it must not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toolkit.assemble.offer import DEFAULT_JUDGEMENT, Translations, translations_of
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.assemble.stale import earlier_text
from toolkit.catalog.po.reader import read_catalog
from toolkit.markdown.segments import parse_document
from toolkit.model.decision import Decision
from toolkit.model.document import Document
from toolkit.model.message import State
from toolkit.model.segment import MessageKey
from toolkit.model.tally import Tally

STALE = replace(DEFAULT_JUDGEMENT, stale=True)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def entry(text: str, translation: str, *, lead: str = "# toolkit: changed\n", old: str = "Old") -> str:
    previous = f'#| msgid "{old}"\n' if old else ""
    return f'{lead}#, fuzzy\n{previous}msgid "{text}"\nmsgstr "{translation}"\n\n'


def translations(*entries: str) -> Translations:
    return translations_of(read_catalog((HEADER + "".join(entries)).encode(), "es.po"))


def page(source: str, *entries: str, stale: bool = True) -> TranslatedPage:
    parsed = parse_document(Document("a", "source/a.md", source))
    return assemble_page(parsed, translations(*entries), STALE if stale else DEFAULT_JUDGEMENT)


@pytest.mark.parametrize(
    ("lead", "old", "found"),
    [
        ("# toolkit: changed\n", "Old", "Old"),
        ("# a person's comment\n# toolkit: changed\n", "Old", "Old"),
        ("# toolkit: changed\n", "", None),
        ("", "Old", None),
        ("# a person's comment\n", "Old", None),
        ("# toolkit: suggested from b\n", "Old", None),
        ("# toolkit: machine draft by X\n", "Old", None),
        ("# toolkit: machine draft by X\n# toolkit: changed\n", "Old", None),
        ("# toolkit: changed, they say\n", "Old", None),
        ("#. toolkit: changed\n", "Old", None),
    ],
)
def test_only_what_changed_and_nothing_else_is_an_earlier_translation(
    lead: str, old: str, found: str | None
) -> None:
    one = translations(entry("New", "Viejo", lead=lead, old=old)).entries[MessageKey(None, "New")]
    assert earlier_text(one) == found
    assert earlier_text(replace(one, fuzzy=False)) is None


def test_an_earlier_translation_stays_and_is_counted_as_fuzzy() -> None:
    made = page("New\n\n- New\n\nOther\n", entry("New", "Viejo"))
    assert made.edition.text == "Viejo\n\n- Viejo\n\nOther\n"
    new, other = MessageKey(None, "New"), MessageKey(None, "Other")
    assert made.decisions == {
        new: Decision(new, State.FUZZY, previous="Old"),
        other: Decision(other, State.UNTRANSLATED),
    }
    assert made.tally == Tally(
        *(0, 1, 1, 0),
        words=2,
        words_left=2,
        blocks=3,
        blocks_left=3,
        stale=1,
        blocks_stale=2,
    )
    assert made.tally.blocks_in_source == 1
    assert made.findings == ()
    assert {t: d.previous for t, d in made.stale_tokens().items()} == dict.fromkeys(
        sorted(made.translated_tokens()), "Old"
    )


def test_unless_the_locale_asks_for_it_no_earlier_translation_stays() -> None:
    made = page("New\n", entry("New", "Viejo"), stale=False)
    assert made.edition.text == "New\n"
    assert (made.tally.fuzzy, made.tally.stale, made.tally.blocks_in_source) == (1, 0, 1)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Take 10 mg.", "Tome 5 mg."),  # the dose has changed
        ("See [it](new.md).", "Véalo [aquí](old.md)."),
        ("Plain.", "Con <script>x</script>."),
        ("Plain.", "Al \u202erevés."),
        ("Plain.", "  "),
        ("A `code` here.", "Un `código` aquí."),
    ],
)
def test_what_a_rule_forbids_today_falls_back_to_the_source_and_is_no_finding(
    source: str, translation: str
) -> None:
    made = page(f"{source}\n", entry(source, translation))
    assert made.edition.text == f"{source}\n"
    assert (made.tally.fuzzy, made.tally.withheld, made.tally.stale) == (1, 0, 0)
    assert made.findings == ()
    assert made.translated_tokens() == frozenset()


def test_a_text_that_fits_at_one_place_only_stays_at_none() -> None:
    source = "---\ntitle: x\n---\n\n<p>New</p>\n\nNew\n"
    assert page(source, entry("New", "a <b>")).edition.text == source


def test_what_becomes_of_a_translation_does_not_depend_on_earlier_ones() -> None:
    good = 'msgid "One"\nmsgstr "Uno"\n\n'
    bad = 'msgid "Two"\nmsgstr "<div>"\n\n'
    source = "One\n\nTwo\n\nNew\n"
    with_stale, without = page(source, good, bad, entry("New", "Viejo")), page(source, good, bad)
    for key in (MessageKey(None, "One"), MessageKey(None, "Two")):
        assert with_stale.decisions[key] == without.decisions[key]
    assert with_stale.edition.text == "Uno\n\nTwo\n\nViejo\n"
    assert with_stale.findings == without.findings
