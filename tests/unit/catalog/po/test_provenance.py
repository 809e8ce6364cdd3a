from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.catalog.po.provenance import provenance_of
from toolkit.model.locale import LocaleTag
from toolkit.model.provenance import UNKNOWN, Provenance

ES = LocaleTag("es")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ana Pérez <ana@example.org>", "Ana Pérez"),
        ("Ana Pérez <https://translate.example/ana>", "Ana Pérez"),
        ("山田太郎", "山田太郎"),
        ("Ana <ana@example.org>, Luis <luis@example.org>", "Ana, Luis"),
        ("ana@example.org", ""),
        ("<ana@example.org>", ""),
        ("Ana (ana@example.org", "Ana"),
        ("https://translate.example/", ""),
        ("FULL NAME <EMAIL@ADDRESS>", ""),
        ("Automatically generated", ""),
        ("Anonymous <noreply@weblate.org>", ""),
        ("none", ""),
        ("---", ""),
        ("x" * 101, ""),
        ("A\u202eB", ""),
    ],
)
def test_a_translator_is_a_name_and_never_an_address(value: str, name: str) -> None:
    assert provenance_of({"Last-Translator": value}, ES) == Provenance(None, name, "")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Spanish <es@li.org>", ""),
        ("español", ""),
        ("es", ""),
        ("LANGUAGE <LL@li.org>", ""),
        ("Clinic volunteers <https://translate.example/es/>", "Clinic volunteers"),
    ],
)
def test_a_team_named_after_its_language_says_nothing(value: str, name: str) -> None:
    assert provenance_of({"Language-Team": value}, ES) == Provenance(None, "", name)


def test_a_regional_team_named_after_the_language_says_nothing_either() -> None:
    assert provenance_of({"Language-Team": "Portuguese"}, LocaleTag("pt", territory="BR")) == UNKNOWN


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-11-22 16:00+0000", date(2026, 11, 22)),
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-02-30 16:00+0000", None),
        ("YEAR-MO-DA HO:MI+ZONE", None),
        ("2026-11-223", None),
    ],
)
def test_the_date_of_the_source_is_that_of_its_messages(value: str, day: date | None) -> None:
    assert provenance_of({"POT-Creation-Date": value}, ES) == Provenance(day)


@given(st.text())
def test_no_header_fails_or_shows_an_address(value: str) -> None:
    found = provenance_of({"Last-Translator": value, "POT-Creation-Date": value}, ES)
    assert "@" not in found.translator or not found.translator.strip("@")
