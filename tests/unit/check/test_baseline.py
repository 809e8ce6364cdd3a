"""A baseline holds what is known, and nothing else is left out by it."""

from __future__ import annotations

import json

import pytest

from toolkit.check.baseline import beyond_baseline, read_baseline, write_baseline
from toolkit.errors import ConfigError
from toolkit.model.finding import Finding, Place, Severity

OLD = Finding("number", Severity.WARNING, "a", Place("a.po", 3), subject="one")
NEW = Finding("number", Severity.WARNING, "a", Place("a.po", 3), subject="two")


def test_what_a_baseline_lists_is_left_out_wherever_it_moved() -> None:
    known = read_baseline(write_baseline([OLD]), "b.json")
    moved = Finding("number", Severity.WARNING, "a", Place("a.po", 70), subject="one")
    assert beyond_baseline([moved, NEW], known) == (NEW,)


def test_a_second_finding_like_a_known_one_is_heard_of() -> None:
    known = read_baseline(write_baseline([OLD]), "b.json")
    assert beyond_baseline([OLD, OLD], known) == (OLD,)


def test_the_file_has_a_sorted_line_for_each_finding() -> None:
    text = write_baseline([NEW, OLD])
    assert text == write_baseline([OLD, NEW])
    assert text.count('"rule"') == 2
    assert json.loads(text)["schema"] == 1
    assert write_baseline([]) == '{\n  "schema": 1,\n  "findings": []\n}\n'


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": 2, "findings": []}', '{"schema": 1}', "[" * 100_000]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_baseline(text, "b.json")
    assert caught.value.rule == "baseline"
