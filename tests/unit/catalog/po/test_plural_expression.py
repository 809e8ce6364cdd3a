"""``Plural-Forms`` is read as gettext reads it, and nothing in it can do more than be wrong."""

from __future__ import annotations

import re
from gettext import c2py

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalog.po.plural_expression import BadPluralForms, PluralForms, parse_plural_forms
from toolkit.languages.plural_table import PLURAL_FORMS

# Python reads "!a == b" as "!(a == b)" and "a || b" as one of the two, and has no bounds: not made here.
_OPERATORS = st.sampled_from(("==", "!=", "<", ">", "<=", ">=", "+", "*", "%"))


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, _OPERATORS, inner).map(" ".join),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} ? {three[1]} : {three[2]})"),
        st.tuples(inner, st.sampled_from(("&&", "||")), inner).map(
            lambda three: f"({' '.join(three)} ? 1 : 0)"
        ),
        inner.map(lambda one: f"({one})"),
        inner.map(lambda one: f"(!({one}))"),
    )


EXPRESSIONS = st.recursive(st.one_of(st.just("n"), st.integers(0, 120).map(str)), _larger, max_leaves=12)


def read(expression: str) -> PluralForms:
    return parse_plural_forms(f"nplurals=3; plural={expression};")


def outcome(function: object, n: int) -> object:
    try:
        return int(function(n))  # type: ignore[operator]  # both are functions of a number
    except ZeroDivisionError:
        return "by zero"


@settings(max_examples=200)
@given(EXPRESSIONS, st.integers(0, 200))
def test_an_expression_means_what_python_takes_it_for(expression: str, n: int) -> None:
    try:
        expected = c2py(expression)
    except ValueError:  # deeper than Python allows
        return
    if outcome(expected, n) != "by zero" and int(expected(n)) >= 2**64:
        return
    assert outcome(read(expression).form, n) == outcome(expected, n)


@settings(max_examples=200)
@given(st.text(st.sampled_from("n0123 ()?:!=<>&|+-*/%;xé\n\\\0"), max_size=60))
def test_whatever_stands_there_is_read_or_refused(text: str) -> None:
    value = f"nplurals=2; plural={text}"
    refused = refusal(value)
    if refused is None:
        assert outcome(parse_plural_forms(value).form, 7) is not None
    else:
        assert str(refused)
        assert 0 <= refused.offset <= len(value)


def refusal(value: str) -> BadPluralForms | None:
    try:
        parse_plural_forms(value)
    except BadPluralForms as error:
        return error
    return None


@pytest.mark.parametrize("value", sorted(set(PLURAL_FORMS.values())))
def test_the_value_of_every_language_is_read(value: str) -> None:
    forms = parse_plural_forms(value)
    found = re.search(r"plural=(.*);", value)
    assert found is not None
    expected = c2py(found[1])
    numbers = (*range(130), 1000, 10_000, 1_000_000)
    assert [forms.form(n) for n in numbers] == [expected(n) for n in numbers]
    assert max(forms.form(n) for n in numbers) < forms.nplurals


@pytest.mark.parametrize(
    ("expression", "n", "form"),
    [
        ("n==0 ? 0 : 10/n", 0, 0),
        ("n!=0 && 10/n>1", 0, 0),
        ("n==0 || 10/n>1", 0, 1),
        ("n && 7", 1, 1),
        ("!n==1", 0, 1),
        ("n ? n==1 ? 1 : 2 : 0", 5, 2),
        ("1-2", 0, 2**64 - 1),
        ("18446744073709551615+1", 0, 0),
        ("2+3*4-6/2%2", 0, 13),
    ],
)
def test_it_computes_as_gettext_does(expression: str, n: int, form: int) -> None:
    assert read(expression).form(n) == form


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", 'it is not of the form "nplurals=…; plural=…;"'),
        ("nplurals=2", 'it is not of the form "nplurals=…; plural=…;"'),
        ("nplurals=0; plural=0;", "no language has 0 plural forms"),
        ("nplurals=21; plural=0;", "no language has 21 plural forms"),
        ("nplurals=2; plural=;", "its expression ends too early"),
        ("nplurals=2; plural=n==1 ? 0;", "its expression ends too early"),
        ("nplurals=2; plural=(n;", "its expression ends too early"),
        ("nplurals=2; plural=n n;", 'it cannot be read from "n" on'),
        ("nplurals=2; plural=nn;", 'it cannot be read from "nn" on'),
        ("nplurals=2; plural=n.real;", 'it cannot be read from ".real" on'),
        ("nplurals=2; plural=-n;", 'it cannot be read from "-n" on'),
        (f"nplurals=2; plural={'(' * 60}n{')' * 60};", "it is nested more than 50 deep"),
        (f"nplurals=2; plural={'n?' * 60}n{':n' * 60};", "it is nested more than 50 deep"),
        (f"nplurals=2; plural={'n+' * 500}n;", "it is longer than 1000 characters"),
    ],
)
def test_what_no_program_can_read_is_refused(value: str, message: str) -> None:
    with pytest.raises(BadPluralForms) as refused:
        parse_plural_forms(value)
    assert str(refused.value) == message


def test_what_stands_behind_the_last_semicolon_does_not_count() -> None:
    assert parse_plural_forms("nplurals=1;plural=0; // $VERSION").form(5) == 0
    assert parse_plural_forms(" nplurals= 2 ; plural= n > 1").form(2) == 1


def test_many_operators_in_a_row_are_no_depth() -> None:
    assert read("!" * 400 + "n").form(3) == 1
    assert read("n||" * 300 + "n").form(0) == 0
