"""Every tag gets an answer to every question, and a project may give its own."""

from __future__ import annotations

import datetime

from hypothesis import given

from tests.unit.languages.locale_tags import PLURAL_VALUES, REAL, WELL_FORMED
from toolkit.languages.dates import format_date
from toolkit.languages.fallback import fallback_chain
from toolkit.languages.names import autonym, english_name, is_known_language
from toolkit.languages.numbers import format_number, format_percent
from toolkit.languages.plurals import plural_forms
from toolkit.languages.scripts import direction
from toolkit.languages.tags import canonical
from toolkit.model.locale import LanguageOverrides, LocaleTag

DAY = datetime.date(2026, 11, 3)


@given(WELL_FORMED | REAL)
def test_every_well_formed_tag_gets_an_answer_to_every_question(tag: LocaleTag) -> None:
    assert autonym(tag)
    assert english_name(tag)
    assert direction(tag) in ("ltr", "rtl")
    assert "M11" not in format_date(DAY, tag)
    assert format_number(1234.5, tag)
    assert "9" in format_percent(0.09, tag)
    assert plural_forms(tag) in PLURAL_VALUES
    assert is_known_language(tag) in (True, False)
    assert canonical(canonical(tag)) == canonical(tag)


def test_an_unknown_tag_has_its_spelling_for_a_name_and_the_commonest_of_all_else() -> None:
    tag = LocaleTag.parse("xx-YY")
    assert [
        is_known_language(tag),
        autonym(tag),
        english_name(tag),
        direction(tag),
        format_date(DAY, tag),
        format_number(1234567.5, tag),
        format_percent(0.45, tag),
        plural_forms(tag),
        canonical(tag),
    ] == [
        *(False, "xx_YY", "xx_YY", "ltr", "2026-11-03", "1,234,567.5", "45%", "nplurals=2; plural=(n != 1);"),
        tag,
    ]
    assert fallback_chain(tag) == (tag, LocaleTag.parse("xx"))


def test_what_a_project_says_wins() -> None:
    said = LanguageOverrides(name="tlhIngan Hol", direction="rtl", plural="nplurals=1; plural=0;")
    for tag in (LocaleTag.parse("xx"), LocaleTag.parse("fr")):
        assert autonym(tag, said) == "tlhIngan Hol"
        assert direction(tag, said) == "rtl"
        assert plural_forms(tag, said) == "nplurals=1; plural=0;"
        nothing = LanguageOverrides()
        assert autonym(tag, nothing) == autonym(tag)
        assert direction(tag, nothing) == direction(tag)
        assert plural_forms(tag, nothing) == plural_forms(tag)
