"""Numbers and quantities are read in every locale's way, and rules about facts keep to their laws."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.check.conventions.negations import DENIALS, NEGATORS
from toolkit.check.conventions.units import STEMS, SYMBOLS, UNITS
from toolkit.check.facts.number_comparison import compare_numbers
from toolkit.check.facts.numerals import readings_of
from toolkit.check.facts.quantities import quantities, unit_named
from toolkit.check.facts.spelled_numbers import says
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule
from toolkit.check.rules.facts import negation
from toolkit.check.rules.facts.family import RULES
from toolkit.check.text_view import TextView
from toolkit.languages.dates import month_names
from toolkit.languages.numbers import format_number, number_signs
from toolkit.model.locale import LocaleTag

ENGLISH = LocaleTag("en")
LANGUAGES = (
    "ar bn cs da de de_CH el en_IN es es_MX et fa fi fr fr_CH he hi hu id it ja ko lt mr my nb ne nl "
    "pl pt pt_PT ro ru sl sv sw th tr uk ur vi zh zh_Hant "
)
LOCALES = st.sampled_from(LANGUAGES.split()).map(LocaleTag.parse)
NUMBERS = st.one_of(
    st.integers(0, 10_000_000).map(Decimal), st.decimals(0, 99_999, allow_nan=False, places=2)
)
UNITS_IN_USE = st.sampled_from(["mg", "µg", "g", "kg", "mL", "cm", "mm", "mmol/L", "kcal", "°C", "%"])
DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "hi": "०१२३४५६७८९", "my": "၀၁၂၃၄၅၆၇၈၉", "th": "๐๑๒๓๔๕๖๗๘๙"}


def view(text: str, locale: LocaleTag = ENGLISH) -> TextView:
    return TextView(text, locale)


def found(source: str, translation: str, locale: LocaleTag) -> list[str]:
    pair = Pair(view(source), view(translation, locale))
    return [
        f"{rule.name}: {hit.message}"
        for rule in RULES
        if isinstance(rule, EntryRule)
        for hit in rule.find(pair)
    ]


@given(st.text(max_size=200), LOCALES)
def test_a_copy_of_the_source_has_all_its_facts(text: str, locale: LocaleTag) -> None:
    numbers = [one for one in found(text, text, locale) if not one.startswith("negation")]
    assert numbers == []


@given(st.text(max_size=200), st.text(max_size=200), LOCALES)
def test_no_text_is_too_odd_to_be_read(source: str, translation: str, locale: LocaleTag) -> None:
    found(source, translation, locale)


@given(st.lists(NUMBERS, min_size=1, max_size=5), LOCALES)
def test_numbers_in_the_format_of_a_locale_are_those_of_the_source_in_any_order(
    numbers: list[Decimal], locale: LocaleTag
) -> None:
    ours = "; ".join(format_number(one, ENGLISH) for one in numbers)
    shuffled = sorted(numbers, key=lambda one: (one * 7919) % 1009)
    theirs = "; ".join(format_number(one, locale) for one in shuffled)
    theirs = theirs.translate(str.maketrans("0123456789", DIGITS.get(locale.language, "0123456789")))
    assert compare_numbers(view(ours), view(theirs, locale)) == ((), ())


@given(st.integers(13, 99_999), UNITS_IN_USE, LOCALES, st.data())
def test_a_changed_digit_of_a_quantity_is_found(
    value: int, unit: str, locale: LocaleTag, data: st.DataObject
) -> None:
    written = str(value)
    place = data.draw(st.integers(0, len(written) - 1))
    digit = data.draw(st.sampled_from([one for one in "123456789" if one != written[place]]))
    other = written[:place] + digit + written[place + 1 :]
    hits = found(f"xx {value} {unit}.", f"xx {other} {unit}.", locale)
    assert [hit.split(":")[0] for hit in hits] == ["quantity"]


@given(st.lists(st.tuples(st.integers(1, 999), UNITS_IN_USE), min_size=2, max_size=5), LOCALES)
def test_the_order_of_quantities_is_free(amounts: list[tuple[int, str]], locale: LocaleTag) -> None:
    ours = ", ".join(f"{value} {unit}" for value, unit in amounts)
    theirs = ", ".join(f"{value} {unit}" for value, unit in reversed(amounts))
    assert found(ours, theirs, locale) == []


@pytest.mark.parametrize(
    ("written", "decimal", "expected"),
    [
        ("1,234.5", ".", (("1234.5",), ("1", "234", "5"))),
        ("1.234", ",", (("1234",), ("1.234",), ("1", "234"))),
        ("1.234", ".", (("1.234",), ("1234",), ("1", "234"))),
        ("0.104", ",", (("0.104",), ("0", "104"))),
        ("1,50,000", ".", (("150000",), ("1", "50", "0"))),
        ("1.2.3", ".", (("1", "2", "3"),)),
        ("2٫50", ".", (("2.5",), ("2", "50"))),
        ("007", ".", (("7",),)),
    ],
)
def test_a_numeral_means_what_its_separators_can_mean(
    written: str, decimal: str, expected: tuple[tuple[str, ...], ...]
) -> None:
    assert readings_of(written, decimal) == expected


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("fr", "vingt-quatre heures", "24"),
        ("de", "vierundzwanzig Stunden", "24"),
        ("es", "veinticuatro horas", "24"),
        ("ja", "二十四時間", "24"),
        ("fr", "au XIXe siècle", "19"),
        ("ru", "двенадцать месяцев", "12"),
        ("hi", "आधी गोली", "0.5"),
        ("it", "il 3 marzo", "3"),
        ("zu", "amaphilisi amathathu", "3"),
    ],
)
def test_a_number_may_be_said_in_words(locale: str, text: str, value: str) -> None:
    assert says(view(text, LocaleTag.parse(locale)), value)


def test_a_number_that_no_word_says_is_not_said() -> None:
    assert not says(view("vingt-quatre heures", LocaleTag("fr")), "36")
    assert not says(view("amaphilisi amathathu", LocaleTag("zu")), "36")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5–10 mg/kg", [("5", "mg"), ("10", "mg")]),
        ("**2.5** mL", [("2.5", "mL")]),
        ("2&nbsp;µg", [("2", "µg")]),
        ("1錠500mgを2回", [("500", "mg")]),
        ("%50 ve 5 miligram", [("50", "%"), ("5", "mg")]),
        ("10毫克每天", [("10", "mg")]),
        ('5 מ"ג', [("5", "mg")]),
        ("5 grammar rules", []),
        ("`5 mg` [x](5mg.html)", []),
    ],
)
def test_a_quantity_is_a_number_with_its_unit(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.numeral.written, one.unit) for one in quantities(view(text))] == expected


def test_each_alias_of_a_unit_names_it() -> None:
    wrong = {alias for alias, symbol in {**SYMBOLS, **STEMS}.items() if unit_named(alias) != symbol}
    assert wrong == set()
    assert set(SYMBOLS.values()) | set(STEMS.values()) == set(UNITS)


def test_what_surely_denies_is_among_what_may_deny() -> None:
    texts = {
        "en": "do not", "es": "no ", "fr": "jamais", "de": "nicht", "it": "non ", "pt": "não ", "nl": "niet",
        "sv": "inte", "pl": "nie ", "ru": "не ", "uk": "не ",
    }  # fmt: skip
    assert set(texts) == set(NEGATORS)
    for language, text in texts.items():
        assert negation._negators(language).search(text)  # type: ignore[union-attr]
        assert negation._denials(language).search(text)  # type: ignore[union-attr]
    assert set(NEGATORS) <= set(DENIALS)


def test_every_locale_has_signs_and_months() -> None:
    assert number_signs(LocaleTag("de")) == (",", ".")
    assert number_signs(LocaleTag("fa")) == (".", ",")
    assert month_names(LocaleTag("fr"))[2][0] == "mars"
    assert len(month_names(LocaleTag("dv"))) == 12
