"""How alike two texts are."""

from __future__ import annotations

import pytest

from toolkit.catalog.matching.likeness import likeness, shared
from toolkit.catalog.matching.words import MOST_WORDS, Vocabulary, terms


def alike(first: str, second: str) -> float:
    vocabulary = Vocabulary()
    return likeness(vocabulary.text(first), vocabulary.text(second))


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("one two three four", "one two three four", 1.0),
        ("one two three four", "One, two, three, four!", 0.99),
        ("one two three four", "one two four", 6 / 7),
        ("one two three four", "red cat blue yak", 0.0),
        ("船が三隻", "船が四隻", 0.75),
        ("→", "→ →", 2 / 3),
        ("", "one", 0.0),
        ("[a b](x.md)", "[a b](https://example.org/y/z)", 0.99),
    ],
)
def test_likeness_is_the_share_of_common_words(first: str, second: str, value: float) -> None:
    assert alike(first, second) == pytest.approx(value, abs=0.1 if value == 0.0 else 1e-9)
    assert alike(first, second) == alike(second, first)


def test_a_corrected_letter_in_a_short_text_is_a_small_change() -> None:
    assert alike("Adress of the recipient", "Address of the recipient") > 0.9


def test_only_equal_texts_reach_one() -> None:
    long = "word " * 5000
    assert alike(f"{long} a {long}", f"{long} b {long}") == 0.99


def test_a_very_long_text_is_compared_by_its_ends() -> None:
    vocabulary = Vocabulary()
    text = vocabulary.text(f"first {'x y ' * 250_000} last")
    assert len(text.words) == MOST_WORDS
    assert shared(vocabulary.text("first"), text) == shared(vocabulary.text("last"), text) == 1


def test_more_words_than_there_are_numbers_do_no_harm() -> None:
    vocabulary = Vocabulary()
    vocabulary._codes.update({f"{number}.": "" for number in range(0x10FFFF - 0x40000 + 5)})
    assert len(vocabulary.text("some other words").words) == 3


def test_texts_in_scripts_without_spaces_are_found_by_pairs_of_letters() -> None:
    vocabulary = Vocabulary()
    assert len(terms(vocabulary.text("one two two").words)) == 2
    assert terms(vocabulary.text("灯塔灯塔").words) == {"灯塔", "塔灯", "塔"}
