"""A word difference in a terminal, with and without colour."""

from __future__ import annotations

import click

from toolkit.catalog.matching.word_difference import Piece, word_difference
from toolkit.cli.word_difference import show_words


def uncoloured(old: str, new: str) -> str:
    return click.unstyle(show_words(word_difference(old, new)))


def test_the_marks_carry_alone() -> None:
    assert uncoloured("Take 5 mg daily", "Take 10 mg now") == "Take [-5-]{+10+} mg [-daily-]{+now+}"


def test_what_went_is_red_and_struck_through_and_what_came_is_green() -> None:
    shown = show_words((Piece("same", "a "), Piece("gone", "b"), Piece("new", "c")))
    assert shown == ("a \x1b[31m[-\x1b[0m\x1b[31m\x1b[9mb\x1b[0m\x1b[31m-]\x1b[0m\x1b[32m{+c+}\x1b[0m")


def test_a_message_is_one_line_and_blanks_that_changed_are_seen() -> None:
    assert uncoloured("one\ntwo\tthree\n", "one two\tthree\n") == "one[-⏎-]{+␣+}two⇥three⏎"
    assert uncoloured("5 mg", "5\u00a0mg") == "5[-␣-]{+⍽+}mg"


def test_a_text_cannot_rule_the_terminal() -> None:
    assert uncoloured("a \x1b[2J \u202e b", "a \x1b[2J \u202e c\x9b") == (
        "a <U+001B>[2J <U+202E> [-b-]{+c<U+009B>+}"
    )
