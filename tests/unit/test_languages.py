"""What is said of a language is what CLDR and the plural table say, and nothing crashes on the unknown."""

from __future__ import annotations

import datetime
import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
from decimal import Decimal
from gettext import c2py
from pathlib import Path

import pytest
from babel.core import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import require_tool
from toolkit import languages, plural_forms
from toolkit.model.locale import LanguageOverrides, LocaleTag

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "generate-plural-forms"
DAY = datetime.date(2026, 11, 3)
VALUES = sorted(set(plural_forms.PLURAL_FORMS.values()) | {languages.DEFAULT_PLURAL_FORMS})
WELL_FORMED = st.from_regex(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[0-9][a-z]{3})?", fullmatch=True
).map(LocaleTag.parse)
REAL = st.sampled_from(sorted({*locale_identifiers(), *plural_forms.PLURAL_FORMS} - {"root"})).map(
    LocaleTag.parse
)

RIGHT_TO_LEFT = (
    "ar ara ar_EG he heb iw fa ur ckb yi dv ks sd ug ps syr arz azb "
    "pa_Arab pa_PK az_Arab az_IR uz_AF ha_SD ku_Arab prs"
)
LEFT_TO_RIGHT = "en zh_Hant ja pa az ks_Deva sd_IN ar@latin mn_Mong ku tlh xx"
SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"

parse = LocaleTag.parse


@given(WELL_FORMED | REAL)
def test_every_well_formed_tag_gets_an_answer_to_every_question(tag: LocaleTag) -> None:
    assert languages.autonym(tag)
    assert languages.english_name(tag)
    assert languages.direction(tag) in ("ltr", "rtl")
    assert "M11" not in languages.format_date(DAY, tag)
    assert languages.format_number(1234.5, tag)
    assert "9" in languages.format_percent(0.09, tag)
    assert languages.plural_forms(tag) in VALUES
    assert languages.known(tag) in (True, False)
    assert languages.canonical(languages.canonical(tag)) == languages.canonical(tag)


@given(WELL_FORMED | REAL)
def test_a_fallback_chain_starts_with_the_tag_and_ends(tag: LocaleTag) -> None:
    chain = languages.fallback_chain(tag)
    assert chain[0] == tag
    assert len(set(chain)) == len(chain) <= 8


@given(WELL_FORMED | REAL)
def test_a_fallback_never_changes_the_direction_of_the_script(tag: LocaleTag) -> None:
    chain = languages.fallback_chain(tag)
    assert len({languages.direction(kind) for kind in chain}) == 1


def test_an_unknown_tag_has_its_spelling_for_a_name_and_the_commonest_of_all_else() -> None:
    tag = parse("xx-YY")
    assert [
        languages.known(tag),
        languages.autonym(tag),
        languages.english_name(tag),
        languages.direction(tag),
        languages.format_date(DAY, tag),
        languages.format_number(1234567.5, tag),
        languages.format_percent(0.45, tag),
        languages.plural_forms(tag),
        languages.canonical(tag),
    ] == [
        *(False, "xx_YY", "xx_YY", "ltr", "2026-11-03", "1,234,567.5", "45%", "nplurals=2; plural=(n != 1);"),
        tag,
    ]
    assert languages.fallback_chain(tag) == (tag, parse("xx"))


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
    assert (languages.autonym(parse(text)), languages.english_name(parse(text))) == (own, english)


def test_a_language_that_cldr_calls_a_kind_of_another_is_not_named_by_the_other() -> None:
    assert languages.autonym(parse("cnr")) == "cnr"
    assert not languages.known(parse("cnr"))


def test_names_agree_with_babel_where_babel_names_every_part() -> None:
    agreed = 0
    for identifier in locale_identifiers():
        if identifier == "root":
            continue
        data, tag = Locale.parse(identifier, resolve_likely_subtags=False), parse(identifier)
        for named_in, found in ((data, languages.autonym(tag)), (Locale("en"), languages.english_name(tag))):
            if data.language not in named_in.languages or not (
                (data.territory is None or data.territory in named_in.territories)
                and (data.script is None or data.script in named_in.scripts)
                and (data.variant is None or data.variant in named_in.variants)
            ):
                continue
            assert found == data.get_display_name(named_in), identifier
            agreed += 1
    assert agreed > 1500


@pytest.mark.parametrize("text", RIGHT_TO_LEFT.split())
def test_these_are_written_from_right_to_left(text: str) -> None:
    assert languages.direction(parse(text)) == "rtl"


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.split())
def test_these_are_written_from_left_to_right(text: str) -> None:
    assert languages.direction(parse(text)) == "ltr"


def test_direction_agrees_with_cldr_for_every_locale_it_has_data_for() -> None:
    # Mongolian in its own script is "ttb" in CLDR; HTML has no such direction, and its lines run as ltr.
    differing = {
        identifier
        for identifier in locale_identifiers()
        if identifier != "root"
        and languages.direction(parse(identifier))
        != Locale.parse(identifier, resolve_likely_subtags=False).text_direction
    }
    assert {parse(identifier).script for identifier in differing} <= {"Mong"}


@pytest.mark.parametrize(
    ("text", "date", "number", "percent"),
    [
        ("en", "November 3, 2026", "1,234,567.5", "45%"),
        ("fr", "3 novembre 2026", "1\u202f234\u202f567,5", "45\u00a0%"),
        ("de", "3. November 2026", "1.234.567,5", "45\u00a0%"),
        ("zh_TW", "2026年11月3日", "1,234,567.5", "45%"),
        ("sr@latin", "3. novembar 2026.", "1.234.567,5", "45%"),
        ("dv", "2026-11-03", "12,34,567.5", "45%"),
        ("ar@latin", "2026-11-03", "1,234,567.5", "45%"),
    ],
)
def test_dates_and_numbers_are_written_as_readers_expect(
    text: str, date: str, number: str, percent: str
) -> None:
    tag = parse(text)
    assert languages.format_date(DAY, tag) == date
    assert languages.format_number(1234567.5, tag) == number
    assert languages.format_percent(0.45, tag) == percent


@given(st.integers(0, 100))
def test_a_whole_percent_stays_and_anything_less_is_rounded_down(percent: int) -> None:
    english = parse("en")
    assert languages.format_percent(percent / 100, english) == f"{percent}%"
    assert languages.format_percent(Decimal(percent) / 100 + Decimal("0.0099"), english) == f"{percent}%"


@pytest.mark.parametrize(
    "chain",
    [
        "fr",
        "fr_CA fr",
        "pt_AO pt_PT pt",
        "es_MX es_419 es",
        "en_AU en_001 en",
        "zh_TW zh_Hant_TW zh_Hant",
        "zh_MO zh_Hant_MO zh_Hant_HK zh_Hant",
        "zh_CN zh_Hans_CN zh_Hans zh",
        "zh zh_Hans",
        "sr_RS@latin sr@latin",
        "sr_ME sr_ME@latin sr@latin",
        "pa_PK pa_Arab_PK pa_Arab",
        "tg_PK tg_Arab_PK tg_Arab",
        "ca_ES@valencia ca_ES ca",
        "iw he",
        "sh sr@latin",
        "nb no",
    ],
)
def test_readers_are_served_from_near_to_far(chain: str) -> None:
    tags = chain.split()
    assert [tag.gettext for tag in languages.fallback_chain(parse(tags[0]))] == tags


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("iw", "he"),
        ("iw_IL", "he_IL"),
        ("tl", "fil"),
        ("sh", "sr@latin"),
        ("sh_Cyrl", "sr@cyrillic"),
        ("fr", "fr"),
    ],
)
def test_an_old_language_code_has_a_new_one(old: str, new: str) -> None:
    assert languages.canonical(parse(old)) == parse(new)


def test_what_a_project_says_wins() -> None:
    said = LanguageOverrides(name="tlhIngan Hol", direction="rtl", plural="nplurals=1; plural=0;")
    for tag in (parse("xx"), parse("fr")):
        assert languages.autonym(tag, said) == "tlhIngan Hol"
        assert languages.direction(tag, said) == "rtl"
        assert languages.plural_forms(tag, said) == "nplurals=1; plural=0;"
        nothing = LanguageOverrides()
        assert languages.autonym(tag, nothing) == languages.autonym(tag)
        assert languages.direction(tag, nothing) == languages.direction(tag)
        assert languages.plural_forms(tag, nothing) == languages.plural_forms(tag)


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        ("en de es es_419 tr hu no ca@valencia", "nplurals=2; plural=(n != 1);"),
        ("fr pt pt_BR pt_AO fr_CA fa", "nplurals=2; plural=(n > 1);"),
        ("ja zh zh_CN zh_Hant zh_Hant_HK id ms my yue th", "nplurals=1; plural=0;"),
        ("ru uk sr sr@latin sh", f"nplurals=3; plural=({SLAVIC});"),
        ("oc_ES oc_Latn_ES@aranes", "nplurals=2; plural=(n != 1);"),
        ("oc oc_FR", "nplurals=2; plural=(n > 1);"),
    ],
)
def test_plural_forms_go_with_the_language_and_seldom_the_territory(texts: str, value: str) -> None:
    assert {languages.plural_forms(parse(text)) for text in texts.split()} == {value}


@pytest.mark.parametrize("value", VALUES)
def test_msgfmt_accepts_every_plural_forms_value(value: str, tmp_path: Path) -> None:
    count = int(value.removeprefix("nplurals=").split(";")[0])
    forms = "".join(f'msgstr[{index}] "%d text {index}"\n' for index in range(count))
    path = tmp_path / "x.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-11-03 12:00+0000\\n"\n'
        '"Last-Translator: A <a@example.org>\\n"\n"Language-Team: none\\n"\n'
        '"Language: xx\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {value}\\n"\n\n'
        f'#, c-format\nmsgid "%d text"\nmsgid_plural "%d texts"\n{forms}',
        encoding="utf-8",
    )
    done = subprocess.run(
        [require_tool("msgfmt"), "--check", "-o", os.devnull, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("value", VALUES)
def test_every_plural_form_is_reached_and_none_beyond(value: str) -> None:
    found = re.fullmatch(r"nplurals=([1-6]); plural=(.+);", value)
    assert found is not None
    form = c2py(found[2])
    assert {form(n) for n in (*range(1001), 100_000, 1_000_000)} == set(range(int(found[1])))


def test_the_table_is_what_the_script_writes() -> None:
    if importlib.util.find_spec("weblate_language_data") is None:
        pytest.skip("weblate-language-data is not installed: nothing to compare the table with")
    installed = importlib.metadata.version("weblate-language-data")
    if f"weblate-language-data {installed}." not in (plural_forms.__doc__ or ""):
        pytest.skip(f"weblate-language-data {installed} is installed; the table is of another version")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_language_of_weblate_keeps_its_value_in_the_shortened_table() -> None:
    data = pytest.importorskip("weblate_language_data.languages", reason="weblate-language-data is absent")
    installed = importlib.metadata.version("weblate-language-data")
    if f"weblate-language-data {installed}." not in (plural_forms.__doc__ or ""):
        pytest.skip(f"weblate-language-data {installed} is installed; the table is of another version")
    compared = 0
    for code, _name, count, formula in data.LANGUAGES:
        tag = LocaleTag.from_folder(code)
        if tag is None:
            continue
        wrapped = formula if formula.isdigit() else f"({formula})"
        assert languages.plural_forms(tag) == f"nplurals={count}; plural={wrapped};", code
        compared += 1
    assert compared > 700


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["1 minute", "5 minutes"]),
        ("ar", ["دقيقة", "5 دقائق"]),
        ("ja", ["1 分", "5 分"]),
        ("zh_Hans", ["1分钟", "5分钟"]),
        ("tlh", ["1 minute", "5 minutes"]),
    ],
)
def test_minutes_are_said_in_words(tag: str, expected: list[str]) -> None:
    assert [languages.format_minutes(n, LocaleTag.parse(tag)) for n in (1, 5)] == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("en", "a, b, and c"), ("ja", "a、b、c"), ("tlh", "a, b, and c")]
)
def test_a_list_is_joined_as_the_language_does(tag: str, expected: str) -> None:
    assert languages.format_list(["a", "b", "c"], LocaleTag.parse(tag)) == expected
