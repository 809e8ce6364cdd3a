"""The places in a message where no words stand."""

from __future__ import annotations

import pytest

from toolkit.catalog.matching.slots import between, slots


def shown(text: str) -> list[tuple[str, str]]:
    return [(slot.kind.value, text[slot.start : slot.stop]) for slot in slots(text)]


def test_every_kind_of_slot_is_found_in_order() -> None:
    text = (
        "`a` [b `c`](<d e> 'f') ![g][h] <i@j.org> http://k.org/l_(m), [n][N] <img src=o SRCSET='p 1x' alt=q>"
        ' <a href="">r</a> www.s.org [^t] [u] [v](w x) ![y [z](0)](1) [2 [3](4)](5)'
    )
    assert shown(text) == [
        ("code", "`a`"),
        ("code", "`c`"),
        ("destination", "<d e>"),
        ("label", "h"),
        ("autolink", "i@j.org"),
        ("url", "http://k.org/l_(m)"),
        ("label", "N"),
        ("attribute", "o"),
        ("attribute", "'p 1x'"),
        ("attribute", '""'),
        ("url", "www.s.org"),
        ("destination", "0"),
        ("destination", "1"),
        ("destination", "4"),
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://a.org/b.", "https://a.org/b"),
        ("(https://a.org/b)", "https://a.org/b"),
        ("https://a.org/b_(c))", "https://a.org/b_(c)"),
        ("**https://a.org/b**", "https://a.org/b"),
        ("“https://a.org/b”", "https://a.org/b"),
        ("https://a.org/?b=c&amp;d=e&quot;!", "https://a.org/?b=c&amp;d=e"),
        ("http://a.orgを", "http://a.org"),
        ("FTP://a.org|b", "FTP://a.org"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, url: str) -> None:
    assert shown(text) == [("url", url)]


@pytest.mark.parametrize(
    ("text", "destinations"),
    [
        ('[a](b "`c` [d](e)")', ["b"]),
        ("^[a](b)", []),
        ("\\^[a](b)", ["b"]),
        ("[a ^[b [c](d)]](e)", ["d", "e"]),
        ("[a [b](c)](d)", ["c"]),
        ("[![a [b](c)](d)](e)", ["c", "d", "e"]),
    ],
)
def test_links_nest_as_in_markdown(text: str, destinations: list[str]) -> None:
    assert shown(text) == [("destination", destination) for destination in destinations]


@pytest.mark.parametrize(
    "text", ["xhttp://a", "[a](b c)", "[a][]", "[a][^b]", "[a][ ]", "\\`a`", "<a title='x'>"]
)
def test_what_only_looks_like_a_slot_is_none(text: str) -> None:
    assert shown(text) == []


def test_slots_and_what_stands_between_them_are_the_text() -> None:
    text = "a `b` [c](d)"
    assert between(text, slots(text)) == ("a ", " [c](", ")")
