"""Letters have the scripts that Unicode gives them, and languages those that they are written in."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from toolkit.check.conventions.scripts import SCRIPTS, letters_of, script_of, scripts_of
from toolkit.model.locale import LocaleTag

NAMES = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Deva": "DEVANAGARI"}


@pytest.mark.parametrize(("code", "name"), NAMES.items())
def test_letters_that_unicode_names_by_a_script_are_of_that_script(code: str, name: str) -> None:
    letters = [
        chr(point) for point in range(0x3000) if unicodedata.category(chr(point)) in ("Lu", "Ll", "Lo")
    ]
    named = [letter for letter in letters if unicodedata.name(letter, "").startswith(f"{name} ")]
    assert [letter for letter in named if script_of(letter) != code] == []


@pytest.mark.parametrize(
    ("letter", "script"),
    [("µ", ""), ("\u2126", ""), ("5", ""), ("।", ""), ("ー", "Kana"), ("々", "Hani"), ("한", "Hang")],
)
def test_signs_that_scripts_share_have_none(letter: str, script: str) -> None:
    assert script_of(letter) == script


@pytest.mark.parametrize(
    ("tag", "scripts"),
    [
        ("fr", ("Latn",)),
        ("sr", ("Cyrl", "Latn")),
        ("sr@latin", ("Latn",)),
        ("pa_PK", ("Arab", "Arab")),
        ("zh_TW", ("Hani", "Bopo")),
        ("ja", ("Hani", "Kana")),
        ("xx", ()),
    ],
)
def test_a_locale_has_the_scripts_that_its_language_is_written_in(tag: str, scripts: tuple[str, ...]) -> None:
    assert scripts_of(LocaleTag.parse(tag)) == scripts


def test_no_letter_is_of_two_scripts() -> None:
    seen = "".join(letters_of((code,)) for code in SCRIPTS)
    assert letters_of(SCRIPTS) == seen
    bounds = sorted(
        (int(seen[at + 2 : at + 10], 16), int(seen[at + 13 : at + 21], 16)) for at in range(0, len(seen), 21)
    )
    assert all(stop < start for (_, stop), (start, _) in pairwise(bounds))
