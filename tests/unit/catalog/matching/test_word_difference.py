"""A difference that people can read, and that takes no long time whatever the texts are."""

from __future__ import annotations

import random

import pytest

from toolkit.catalog.matching.edit_script import matches
from toolkit.catalog.matching.word_difference import MOST_TOKENS, Piece, shortened, word_difference
from toolkit.catalog.matching.word_tokens import word_tokens

_MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(_MARKS[piece.kind].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("Take 5 mg twice.", "Take 1,000 mg twice.", "Take [-5-]{+1,000+} mg twice."),
        ("Teh list", "The list", "[-Teh-]{+The+} list"),
        ("I dont", "I don't", "I [-dont-]{+don't+}"),
        ("one two three", "one three", "one [-two -]three"),
        ("one three", "one two three", "one {+two +}three"),
        ("A b. C d.", "A b. New one. C d.", "A b. {+New one. +}C d."),
        ("old words here now", "new phrases there now", "[-old words here-]{+new phrases there+} now"),
        ("[a](old.md)", "[a](new.md)", "[a]([-old-]{+new+}.md)"),
        ("one\ntwo", "one two", "one[-\n-]{+ +}two"),
        ("この薬は一日二回", "この薬は一日三回", "この薬は一日[-二-]{+三+}回"),
        ("ブラウザを開く", "ブラウジングを開く", "[-ブラウザ-]{+ブラウジング+}を開く"),
        ("हिन्दी पुरानी है", "हिन्दी नई है", "हिन्दी [-पुरानी-]{+नई+} है"),
        ("x one three z", "y one two three w", "[-x-]{+y+} one {+two +}three [-z-]{+w+}"),
        ("x one two three z", "y one three w", "[-x-]{+y+} one [-two -]three [-z-]{+w+}"),
        ("", "a", "{+a+}"),
        ("a", "", "[-a-]"),
        ("a", "a", "a"),
        ("", "", ""),
    ],
)
def test_what_went_and_what_came_is_shown_by_word(old: str, new: str, difference: str) -> None:
    assert shown(word_difference(old, new)) == difference


def test_long_texts_are_replaced_whole_but_for_their_ends() -> None:
    numbers = random.Random(3)
    old, new = (" ".join(str(numbers.randrange(90)) for _ in range(350_000)) for _ in range(2))
    assert len(old) > 1_000_000
    assert word_difference(f"a {old} b", f"a {new} b") == (
        Piece("same", "a "),
        Piece("gone", old),
        Piece("new", new),
        Piece("same", " b"),
    )


def test_more_words_than_the_bound_between_two_changes_are_not_compared() -> None:
    fits, long = "a " * (MOST_TOKENS // 4 - 2), "a " * (MOST_TOKENS // 4)
    assert shown(word_difference(f"b {fits}b", f"c {fits}c")) == f"[-b-]{{+c+}} {fits}[-b-]{{+c+}}"
    assert shown(word_difference(f"b {long}b", f"c {long}c")) == f"[-b {long}b-]{{+c {long}c+}}"


def test_a_small_change_in_a_long_text_is_found() -> None:
    long = "word " * MOST_TOKENS
    assert (
        shown(word_difference(f"{long}old {long}", f"{long}new {long}")) == f"{long}[-old-]{{+new+}} {long}"
    )


class Counted(str):
    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)


def test_comparing_texts_that_share_nothing_but_blanks_ends_at_the_bound() -> None:
    old = [Counted(f"a{n // 2}" if n % 2 else " ") for n in range(MOST_TOKENS // 2)]
    new = [Counted(f"b{n // 2}" if n % 2 else " ") for n in range(MOST_TOKENS // 2)]
    Counted.compared = 0
    assert matches(old, new, 200) is None
    assert 0 < Counted.compared < 200 * 200


def test_the_shortest_script_is_found_up_to_the_bound_and_not_beyond() -> None:
    found = matches("abcabba", "cbabac", 5)
    assert found is not None
    assert sum(match.length for match in found) == 4
    assert matches("abcabba", "cbabac", 4) is None
    assert matches("abc", "abd", 2) == ((0, 0, 2),)
    assert matches("abc", "abd", 1) is None
    assert matches("", "", 0) == ()


def test_long_stretches_that_stayed_are_cut_around_what_changed() -> None:
    text = "Wash your hands with soap and water before you eat, and after you have touched an animal "
    pieces = word_difference(f"{text}5 {text}7 {text}", f"{text}6 {text}8 {text}")
    assert shown(shortened(pieces, 40)) == (
        "… touched an animal [-5-]{+6+} Wash your hands … touched an animal [-7-]{+8+} Wash your hands …"
    )
    assert shortened(pieces, 1000) == pieces


def test_what_went_is_cut_in_its_middle_and_letters_are_where_there_are_no_words() -> None:
    pieces = (Piece("same", "日" * 30), Piece("gone", "a " * 50), Piece("new", "b" * 50), Piece("same", "c"))
    assert shortened(pieces, 10) == (
        Piece("same", "…日日日日日"),
        Piece("gone", "a a a a a a a a a a …a a a a a a a a a a "),
        Piece("new", "b" * 20 + "…" + "b" * 20),
        Piece("same", "c"),
    )


def test_words_keep_their_marks_apostrophes_and_separators() -> None:
    assert word_tokens("L’été, 1,000.5 mg—d'accord\n \t ไม่ か\u3099") == [
        *("L’été", ",", " ", "1,000.5", " ", "mg", "—", "d'accord", "\n", " \t "),
        *("ไ", "ม่", " ", "か\u3099"),
    ]
