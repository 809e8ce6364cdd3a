"""The text of a message: breaks, references and attributes, one rule at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.oracle import plain
from tests.laws.strategies import LAW
from toolkit.markdown.message_text import fold_lines, hard_breaks, heading_attributes, message_text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a", "a"),
        ("a\nb", "a b"),
        ("a\n   b\n\tc", "a b c"),
        ("a \nb", "a b"),
        ("a  \nb", "a\nb"),
        ("a     \n  b", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("a\\\\\nb", "a\\\\ b"),
        ("a\\\\\\\nb", "a\\\\\nb"),
        ("日\n本", "日本"),
        ("カ\nナ", "カナ"),
        ("日。\n本", "日。 本"),
        ("日\na", "日 a"),
        ("한\n국", "한 국"),
        ("`a  \nb`", "`a   b`"),
        ("`a\\\nb`", "`a\\ b`"),
        ("`a  \nb", "`a\nb"),
        ("<b  \nc>", "<b   c>"),
        ("a\u2028b", "a\u2028b"),
        ("a\x0c\nb", "a\x0c b"),
    ],
)
def test_lines_are_folded_into_one_text(content: str, text: str) -> None:
    assert fold_lines(content) == text


def test_hard_breaks_are_remembered_as_they_are_spelled() -> None:
    assert hard_breaks("a  \nb\\\nc\nd     \n`e  \nf`  \ng") == ("  ", "\\", "     ", "  ")


@LAW
@given(
    st.lists(st.sampled_from((*"ab`\\*\n\n", "  ", "日", "<b", ">", "\\\n", "  \n")), max_size=12).map(
        "".join
    )
)
def test_folding_changes_nothing_a_reader_sees(content: str) -> None:
    lines = [line.strip(" \t") for line in content.strip().split("\n")]
    if all(lines):
        text = fold_lines(content.strip())
        assert plain(text.replace("\n", "\\\n"), {}) == plain(content.strip(), {})


def test_references_are_written_in_full_where_the_document_defines_them() -> None:
    assert message_text("see [a\nb] and [c]", {"A B"}) == "see [a b][a b] and [c]"


@pytest.mark.parametrize(
    ("line", "end", "identifier"),
    [
        ("Dose", 4, None),
        ("Dose {#dose}", 4, "dose"),
        ("Dose\t{ #dose .wide }", 4, "dose"),
        ("Dose {.wide}", 4, None),
        ("Dose {.wide #dose}", 4, "dose"),
        ("Dose {k=v #dose}", 4, "dose"),
        ("Dose {k='v w'}", 4, None),
        ("Dose{#dose}", 11, None),
        ("{#dose}", 7, None),
        ("Dose\n {#dose}", 13, None),
        ("Dose {dose}", 11, None),
        ("Dose {#}", 8, None),
        ("Dose {}", 7, None),
        ("Dose {{ x }}", 12, None),
        ("Dose {#a} {#b}", 9, "b"),
    ],
)
def test_an_attribute_list_ends_the_text_of_a_heading(line: str, end: int, identifier: str | None) -> None:
    assert heading_attributes(line) == (end, identifier)


def test_a_message_never_begins_with_a_break() -> None:
    assert fold_lines("\\\na\\\nb") == "a\nb"
