"""Each rule finds what its fixture says, passes what it says, and is documented."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.unit.check.rule_fixtures import FIXTURES, Case, cases, found_in
from toolkit.check.registry import BY_NAME, FAMILIES, RULES
from toolkit.check.rule import Rule

ALL_CASES = [case for rule in RULES for case in cases(rule.name)]


@pytest.mark.parametrize("case", ALL_CASES, ids=str)
def test_a_rule_says_what_its_fixture_says(case: Case) -> None:
    found = found_in(BY_NAME[case.rule], case.values)
    if not case.finds:
        assert found == []
        return
    expected = case.values.get("all") or [[case.values["message"], case.values.get("piece", "")]]
    assert found == [tuple(one) for one in expected]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_has_three_texts_that_it_finds_and_three_that_it_passes(rule: Rule) -> None:
    kinds = [case.finds for case in cases(rule.name)]
    assert kinds.count(True) >= 3
    assert kinds.count(False) >= 3


def test_no_fixture_is_without_its_rule() -> None:
    assert {path.stem for path in FIXTURES.glob("*.toml")} <= set(BY_NAME)


def test_a_name_stands_for_one_rule_and_is_words_with_dashes() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(name.replace("-", "").isalpha() and name.islower() for name in names)


def test_guards_look_first_and_are_errors() -> None:
    guards = [rule.guard for rule in RULES]
    assert guards == sorted(guards, reverse=True)
    assert all(rule.severity == "error" for rule in FAMILIES["guards"])


def test_a_rule_stands_in_a_file_of_its_name() -> None:
    for family, rules in FAMILIES.items():
        for rule in rules:
            module = import_module(f"toolkit.check.rules.{family}.{rule.name.replace('-', '_')}")
            assert module.RULE is rule
