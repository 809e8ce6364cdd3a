"""Dates, numbers, durations and lists are written as readers expect."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages.dates import format_date, format_minutes
from toolkit.languages.lists import format_list
from toolkit.languages.numbers import format_number, format_percent
from toolkit.model.locale import LocaleTag

DAY = datetime.date(2026, 11, 3)


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
    tag = LocaleTag.parse(text)
    assert format_date(DAY, tag) == date
    assert format_number(1234567.5, tag) == number
    assert format_percent(0.45, tag) == percent


@given(st.integers(0, 100))
def test_a_whole_percent_stays_and_anything_less_is_rounded_down(percent: int) -> None:
    english = LocaleTag.parse("en")
    assert format_percent(percent / 100, english) == f"{percent}%"
    assert format_percent(Decimal(percent) / 100 + Decimal("0.0099"), english) == f"{percent}%"


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
    assert [format_minutes(n, LocaleTag.parse(tag)) for n in (1, 5)] == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("en", "a, b, and c"), ("ja", "a、b、c"), ("tlh", "a, b, and c")]
)
def test_a_list_is_joined_as_the_language_does(tag: str, expected: str) -> None:
    assert format_list(["a", "b", "c"], LocaleTag.parse(tag)) == expected
