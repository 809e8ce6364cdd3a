"""Law 5: extracting again gives the same messages, from the source and from its identity edition."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given

from tests.laws.corpus import book_texts, spec_examples
from tests.laws.oracle import parsed, parsed_or_none, pseudo
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.edition import make_edition
from toolkit.markdown.segments import ParsedDocument

_ESCAPED = re.compile(r"&#\d+;|[\\|\ufeff]")


def _check(source: ParsedDocument) -> None:
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    assert parsed(itself.text).segments == source.segments
    texts = pseudo(source)
    translated = make_edition(source, texts)
    put = [
        s.key if s.key in translated.refused else s.key._replace(text=texts[s.key]) for s in source.segments
    ]
    again = parsed(translated.text).segments
    assert [(s.kind, s.encoding, s.key.context) for s in again] == [
        (s.kind, s.encoding, s.key.context) for s in source.segments
    ]
    # Marks are escaped where they would be structure; white space at an end is dropped or spelled out.
    assert [_bare(s.key.text) for s in again] == [_bare(key.text) for key in put]


def _bare(text: str) -> str:
    return "".join(_ESCAPED.sub("", text).split())


@LAW
@given(DOCUMENTS)
def test_extracting_again_gives_the_same_messages(text: str) -> None:
    if source := parsed_or_none(text):
        _check(source)


@pytest.mark.parametrize("texts", [spec_examples, book_texts], ids=["standard", "manual"])
def test_extracting_real_documents_again_gives_the_same_messages(
    texts: Callable[[], tuple[str, ...]],
) -> None:
    for text in texts():
        _check(parsed(text))
