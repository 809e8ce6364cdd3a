"""Languages have the names that CLDR gives them."""

from __future__ import annotations

import pytest
from babel.core import Locale
from babel.localedata import locale_identifiers

from toolkit.languages.names import autonym, english_name, is_known_language
from toolkit.model.locale import LocaleTag


@pytest.mark.parametrize(
    ("text", "own", "english"),
    [
        ("fr", "français", "French"),
        ("pt_BR", "português (Brasil)", "Portuguese (Brazil)"),
        ("zh_Hans", "中文 (简体)", "Chinese (Simplified)"),
        ("zh_TW", "中文 (台灣)", "Chinese (Taiwan)"),
        ("sr", "српски", "Serbian"),
        ("sr@latin", "srpski (latinica)", "Serbian (Latin)"),
        ("ar", "العربية", "Arabic"),
        ("ca@valencia", "català (valencià)", "Catalan (Valencian)"),
        ("fr_DE", "français (Allemagne)", "French (Germany)"),
        ("de@formal", "Deutsch (formal)", "German (formal)"),
        ("iw", "עברית", "Hebrew"),
        ("tl", "Filipino", "Tagalog"),
        ("ar@latin", "العربية (اللاتينية)", "Arabic (Latin)"),
        ("bar", "Bavarian", "Bavarian"),
    ],
)
def test_a_language_is_named_in_itself_and_in_english(text: str, own: str, english: str) -> None:
    assert (autonym(LocaleTag.parse(text)), english_name(LocaleTag.parse(text))) == (own, english)


def test_a_language_that_cldr_calls_a_kind_of_another_is_not_named_by_the_other() -> None:
    assert autonym(LocaleTag.parse("cnr")) == "cnr"
    assert not is_known_language(LocaleTag.parse("cnr"))


def test_names_agree_with_babel_where_babel_names_every_part() -> None:
    agreed = 0
    for identifier in locale_identifiers():
        if identifier == "root":
            continue
        data, tag = Locale.parse(identifier, resolve_likely_subtags=False), LocaleTag.parse(identifier)
        for named_in, found in ((data, autonym(tag)), (Locale("en"), english_name(tag))):
            if data.language not in named_in.languages or not (
                (data.territory is None or data.territory in named_in.territories)
                and (data.script is None or data.script in named_in.scripts)
                and (data.variant is None or data.variant in named_in.variants)
            ):
                continue
            assert found == data.get_display_name(named_in), identifier
            agreed += 1
    assert agreed > 1500
