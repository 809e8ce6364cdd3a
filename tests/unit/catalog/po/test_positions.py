"""A piece of a msgstr is found in the lines of its file, however it is wrapped and escaped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.catalog.po.positions import piece_in_entry
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.model.segment import MessageKey

TEXT = """# comment
#, c-format
msgctxt "menu"
msgid ""
"first line\\n"
"second \\"line\\""
msgstr ""
"première ligne\\n"
"seconde \\"ligne\\" \\303\\251t\\u0020"

msgid "one"
msgid_plural "many"
msgstr[0] "une"
msgstr[1] "plusieurs"
""".replace("\\u0020", "")


def piece(number: int, keyword: str, start: int, stop: int) -> tuple[int, int, str]:
    entry = read_catalog(TEXT.encode(), "a.po").entries[number]
    found = piece_in_entry(entry, keyword, start, stop)
    assert found is not None
    assert found.column == found.start + 1
    return found.line, found.column, found.text[found.start : found.stop]


def test_a_piece_is_found_on_its_line() -> None:
    assert piece(0, "msgstr", 0, 8) == (8, 2, "première")
    assert piece(0, "msgstr", 9, 14) == (8, 11, "ligne")
    assert piece(0, "msgid", 6, 10) == (5, 8, "line")
    assert piece(0, "msgctxt", 1, 3) == (3, 11, "en")


def test_an_escape_is_one_character() -> None:
    assert piece(0, "msgstr", 14, 15) == (8, 16, "\\n")
    assert piece(0, "msgstr", 23, 30) == (9, 10, '\\"ligne\\"')
    assert piece(0, "msgstr", 31, 33) == (9, 20, "\\303\\251t")


def test_a_piece_of_several_lines_is_shown_on_the_first() -> None:
    assert piece(0, "msgstr", 9, 22) == (8, 11, "ligne\\n")


def test_each_plural_form_has_its_own_place() -> None:
    assert piece(1, "msgstr[1]", 0, 3) == (14, 12, "plu")
    assert piece(1, "msgid_plural", 0, 4) == (12, 15, "many")


def test_the_end_of_a_text_is_the_quotation_mark() -> None:
    assert piece(1, "msgstr[0]", 3, 3) == (13, 15, '"')


def test_what_an_entry_does_not_have_is_not_found() -> None:
    entry = read_catalog(TEXT.encode(), "a.po").entries[1]
    assert piece_in_entry(entry, "msgstr[2]", 0, 1) is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.data())
def test_every_character_of_every_text_is_found(text: str, data: st.DataObject) -> None:
    raw = format_entry(MessageKey(None, "id"), text, width=data.draw(st.sampled_from([None, 30])))
    entry = read_catalog(raw.encode(), "a.po").entries[0]
    at = data.draw(st.integers(0, len(text) - 1))
    found = piece_in_entry(entry, "msgstr", at, at + 1)
    assert found is not None
    shown = found.text[found.start : found.stop]
    assert shown == text[at] or shown.startswith("\\")
    lines = raw.split("\n")
    assert lines[found.line - 1] == found.text or "\r" in text
