"""What kind a change of a message is: ``tests/fixtures/changes.md`` shows it."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.catalog.matching.change import Change, classify

CASES = fixtures("changes.md")
ENTRIES = [(title, *source.removesuffix("\n").split("\n-> "), kind.strip()) for title, source, kind in CASES]


@pytest.mark.parametrize(("title", "old", "new", "kind"), ENTRIES, ids=[title for title, *_ in CASES])
def test_a_change_is_of_the_kind_in_its_fixture(title: str, old: str, new: str, kind: str) -> None:
    assert classify(unsigned(old), unsigned(new)) == kind, title
    assert classify(unsigned(new), unsigned(old)) == kind, title


def test_each_kind_has_five_cases_that_are_and_five_that_are_not() -> None:
    assert len({title for title, *_ in CASES}) == len(CASES)
    families = Counter(title.partition(":")[0] for title, *_ in CASES)
    assert set(families) == {f"{no}{kind}" for no in ("", "not ") for kind in Change}
    assert min(families.values()) >= 5
    for title, _, kind in CASES:
        family = title.partition(":")[0]
        assert (family == kind.strip()) is not family.startswith("not "), title


def test_equal_texts_are_no_change() -> None:
    with pytest.raises(ValueError, match="nothing changed"):
        classify("a", "a")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[a](",
            "](b",
            "[a][",
            "<a href=",
            "`",
            "https://a.org/(",
            "[a](b'",
            "[",
            "\n ",
            " \t",
            ".",
            "日\n",
        ),
        *("- ", "1 000", "&#1", "5,"),
    ],
)
@pytest.mark.parametrize("before", ["a", "https://a.org"])
def test_a_hostile_text_is_classified_as_any_other(text: str, before: str) -> None:
    # Of this length what grows with its square takes minutes.
    long = before + text * (40_000 // len(text)) + "é"
    assert classify(f"{long}one ", f"{long}two ") is Change.WORDS


def test_many_brackets_at_the_end_of_an_address_are_no_work() -> None:
    for end in (")" * 40_000, ".)*" * 20_000):
        assert classify(f"https://a.org{end} `a`", f"https://b.org{end} `a`") is Change.LINK_TARGET
