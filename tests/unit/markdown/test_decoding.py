from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import SourceError
from toolkit.markdown.decoding import decode_document

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(TEXTS)
def test_a_text_comes_back_exactly(text: str) -> None:
    assert decode_document(text.encode(), "a.md") == text


@given(TEXTS, TEXTS)
def test_a_nul_is_refused_wherever_it_stands(before: str, after: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode_document(f"{before}\0{after}".encode(), "a.md")
    assert caught.value.rule == "source-nul"


def test_a_byte_order_mark_stays_in_the_text() -> None:
    assert decode_document(b"\xef\xbb\xbfa\r\nb", "a.md") == "\ufeffa\r\nb"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        ("é\u2028ü".encode() + b"\xe9t\xe9", 1, 4),
        (b"a\r\nb\rc\nd\xc3", 4, 2),
        (b"\xef\xbb\xbfa\xff", 1, 2),
        (b"a\n\xed\xa0\x80", 2, 1),
    ],
)
def test_a_byte_that_is_not_utf_8_is_placed_in_characters(data: bytes, line: int, column: int) -> None:
    with pytest.raises(SourceError) as caught:
        decode_document(data, "source/a.md")
    error = caught.value
    place = (error.rule, error.path, error.line, error.column)
    assert place == ("source-encoding", "source/a.md", line, column)
    assert error.exit_code == 3


def test_a_nul_is_placed_too() -> None:
    with pytest.raises(SourceError) as caught:
        decode_document(b"\xef\xbb\xbf\r\n\xc3\xa9\0", "a.md")
    assert (caught.value.line, caught.value.column) == (2, 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_and_named_where_it_says_so(encoding: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode_document("\ufeffà".encode(encoding), "a.md")
    assert caught.value.message == "the file looks like UTF-16 or UTF-32, which is not UTF-8"
