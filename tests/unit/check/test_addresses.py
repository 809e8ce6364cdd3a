"""Addresses are read as browsers read them: two that lead to one place are one, and no disguise helps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.check.addresses import Address, address, is_listed


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("https://Good.Example/a%20b?c#d", Address("https", "good.example", "/a b?c#d")),
        ("https://good.example", Address("https", "good.example", "/")),
        (" \x01https://good.example/\n", Address("https", "good.example", "/")),
        ("ht\ttps://good\n.example/", Address("https", "good.example", "/")),
        ("HTTPS:\\\\good.example\\a", Address("https", "good.example", "/\\a")),
        ("https:good.example/a", Address("https", "good.example", "/a")),
        ("https://good.example@evil.example/", Address("https", "good.example@evil.example", "/")),
        ("//evil.example/a", Address("//", "evil.example", "/a")),
        ("/\\evil.example", Address("//", "evil.example", "/")),
        ("\\\\evil.example", Address("//", "evil.example", "/")),
        ("https://xn--bcher-kva.example/", Address("https", "bücher.example", "/")),
        ("https://good。example/", Address("https", "good.example", "/")),
        ("https://good%2eexample/", Address("https", "good.example", "/")),
        ("JavaScript:alert(1)", Address("javascript", "alert(1)", "")),
        ("java&#115;cript&colon;x", Address("javascript", "x", "")),
        ("java&amp;#115;cript:x", Address("javascript", "x", "")),
        ("a/b%20c.md#d", Address("", "", "a/b c.md#d")),
        ("#d", Address("", "", "#d")),
        ("mailto:A@good.example", Address("mailto", "a@good.example", "")),
    ],
)
def test_an_address_is_what_a_browser_makes_of_it(target: str, found: Address) -> None:
    assert address(target) == found


def test_letters_that_look_alike_are_another_host() -> None:
    assert address("https://gооd.example").origin != address("https://good.example").origin


@given(st.text())
def test_any_text_is_an_address(target: str) -> None:
    assert address(target) == address(f"\t{target}\n ")


@pytest.mark.parametrize(
    ("target", "listed"),
    [
        ("https://fr.wikipedia.org/", True),
        ("https://fr.m.wikipedia.org/", True),
        ("http://docs.python.org/", True),
        ("https://wikipedia.org/", False),
        ("https://evilwikipedia.org/", False),
        ("https://fr.wikipedia.org.evil.example/", False),
        ("https://fr.wikipedia.org@evil.example/", False),
        ("https://evil.example\\.wikipedia.org/", False),
        ("//fr.wikipedia.org/", False),
        ("ftp://docs.python.org/", False),
    ],
)
def test_a_host_is_listed_by_its_name_or_as_one_below_it(target: str, listed: bool) -> None:
    assert is_listed(address(target), ("*.wikipedia.org", "docs.python.org")) is listed
