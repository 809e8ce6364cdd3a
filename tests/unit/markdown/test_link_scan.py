"""The scanner finds all that some program may take for a link, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.markdown.link_scan import scanned_links


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("d [x](c) a", ["c"]),
        ("[x](<b c> 'title')", ["b c"]),
        ("[x](java&#115;cript:y)", ["javascript:y"]),
        ("[a [x](z) b](c)", ["z", "c"]),
        ("<https://good.example> <a@good.example>", ["https://good.example", "mailto:a@good.example"]),
        ("[x] (y) \\[x](y", []),
        ("See https://good.example/a, or www.good.example.", ["https://good.example/a", "www.good.example"]),
        ("(https://good.example)", ["https://good.example"]),
        ("https://good.exampleを見る", ["https://good.example"]),
        ("https://gооd.example/", ["https://gооd.example/"]),
        ("https://good.exampleа.evil.example", ["https://good.exampleа.evil.example"]),
        ("https://de.wikipedia.org/wiki/Übung", ["https://de.wikipedia.org/wiki/Übung"]),
        ("[a](https://good.example) <a href='https://good.example'>", ["https://good.example"]),
        ("awww.x me@www.x", []),
    ],
)
def test_targets_and_addresses_are_found(text: str, targets: list[str]) -> None:
    assert [link.target for link in scanned_links(text)] == targets


def test_what_stands_in_code_is_said_to_do_so() -> None:
    assert [(link.target, link.code) for link in scanned_links("`www.a.example` www.b.example")] == [
        ("www.a.example", True),
        ("www.b.example", False),
    ]


@given(st.text(alphabet="[]()<>`\\!:/.@ahtps w\n", max_size=60))
def test_a_link_stands_where_it_is_said_to(text: str) -> None:
    for link in scanned_links(text):
        assert 0 <= link.start < link.stop <= len(text)
