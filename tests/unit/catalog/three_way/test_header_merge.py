"""How three headers become one."""

from __future__ import annotations

import pytest

from toolkit.catalog.po.header import HEADER_KEY
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.catalog.three_way.conflict import Conflict
from toolkit.catalog.three_way.dates import is_later, moment
from toolkit.catalog.three_way.header import merged_header
from toolkit.model.catalog import Entry


def header(*comments: str, **fields: str) -> Entry:
    flags = ("fuzzy",) if fields.pop("fuzzy", "") else ()
    msgstr = "".join([f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items()])
    text = format_entry(HEADER_KEY, msgstr, comments=comments, flags=flags)
    return read_catalog(text.encode(), "").entries[0]


EARLY, LATE = "2026-03-01 12:00+0000", "2026-03-01 12:30+0000"
DATES = ("POT_Creation_Date", "PO_Revision_Date")


@pytest.mark.parametrize("name", DATES)
def test_the_later_date_stands(name: str) -> None:
    old = header(**{name: "2026-01-01 00:00+0000"})
    for one, two in ((EARLY, LATE), (LATE, EARLY)):
        merged = merged_header(old, header(**{name: one}), header(**{name: two}), "\n")
        assert merged == (header(**{name: LATE}), ())


@pytest.mark.parametrize("name", DATES)
def test_a_date_beats_what_is_none(name: str) -> None:
    for one, two in (("YEAR-MO-DA HO:MI+ZONE", EARLY), (EARLY, "soon")):
        merged = merged_header(None, header(**{name: one}), header(**{name: two}), "\n")
        assert merged == (header(**{name: EARLY}), ())


def test_translator_and_program_are_those_of_the_later_revision() -> None:
    old = header(PO_Revision_Date="", Last_Translator="", X_Generator="Poedit 2")
    one = header(PO_Revision_Date=EARLY, Last_Translator="Ann", X_Generator="Poedit 3")
    two = header(PO_Revision_Date=LATE, Last_Translator="Bob", X_Generator="Poedit 2")
    assert merged_header(old, one, two, "\n") == (two, ())
    assert merged_header(old, two, one, "\n") == (two, ())


def test_a_translator_who_is_not_named_leaves_the_other_ones_name() -> None:
    one = header(PO_Revision_Date=EARLY, Last_Translator="Ann")
    two = header(PO_Revision_Date=LATE, Last_Translator="")
    expected = header(PO_Revision_Date=LATE, Last_Translator="Ann")
    assert merged_header(None, one, two, "\n") == (expected, ())


def test_fields_that_one_side_changed_added_or_removed_are_taken() -> None:
    old = header(A="1", B="1", C="1", D="1")
    one = header(A="2", B="1", D="1", E="1")
    two = header(A="1", B="2", C="1", F="1")
    assert merged_header(old, one, two, "\n") == (header(A="2", B="2", E="1", F="1"), ())


def test_a_field_that_both_changed_is_ours_and_a_problem_where_it_matters() -> None:
    names = ("Plural_Forms", "Language", "Content_Type", "Language_Team", "X_Any")
    old, one, two = (header(**dict.fromkeys(names, value)) for value in ("a=0", "b=0", "c=0"))
    conflicts = tuple(
        Conflict(HEADER_KEY, name, ("b=0",), ("c=0",))
        for name in ("Plural-Forms", "Language", "Content-Type")
    )
    assert merged_header(old, one, two, "\n") == (one, conflicts)


def test_another_spelling_of_the_same_value_is_no_problem() -> None:
    one = header(Plural_Forms="nplurals=2; plural=n != 1;", Content_Type="text/plain; charset=UTF-8")
    two = header(Plural_Forms="nplurals=2; plural=n!=1", Content_Type="text/plain; charset=utf-8")
    assert merged_header(None, one, two, "\n") == (one, ())


def test_comments_and_the_fuzzy_mark_are_merged_and_what_one_side_removed_is_gone() -> None:
    old = header("Title", "toolkit: unreviewed draft", "", "Ann", fuzzy="yes", A="1")
    one = header("Title", "", "Ann", "Bob", fuzzy="yes", A="2")
    two = header("Title", "toolkit: unreviewed draft", "", "Ann", "Eve", A="3")
    assert merged_header(old, one, two, "\n") == (header("Title", "", "Ann", "Bob", "Eve", A="2"), ())


def test_lines_of_another_style_stay() -> None:
    text = 'msgid ""\nmsgstr "A: 1\\n"\n"no field\\nB: 1\\n"\n'
    one = read_catalog(text.encode(), "").entries[0]
    merged, _ = merged_header(header(A="1", B="1"), one, header(A="2", B="1"), "\n")
    assert merged.raw == text.replace("A: 1", "A: 2")


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("2026-11-22 15:00+0000", "2026-11-22 16:00+0100"),
        ("2026-11-22 15:00+0000", "2026-11-22 10:30-0430"),
        ("2026-11-22 15:00+0000", "2026-11-22T15:00:00.123Z"),
        ("2026-11-22 15:00", " 2026-11-22 15:00+00:00 "),
        ("2026-01-01 00:30+0100", "2025-12-31 23:30"),
    ],
)
def test_a_date_means_a_moment_however_it_is_written(written: str, same: str) -> None:
    assert moment(written) is not None
    assert moment(written) == moment(same)


@pytest.mark.parametrize(
    "written", ["", "YEAR-MO-DA HO:MI+ZONE", "2026-02-30 10:00+0000", "0000-01-01 00:00", "x" * 9]
)
def test_what_is_no_date_means_nothing(written: str) -> None:
    assert moment(written) is None
    assert not is_later(written, EARLY)
    assert is_later(EARLY, written)
