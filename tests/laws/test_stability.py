"""Law 5: extracting again gives the same messages, from the source and from its identity edition."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from tests.laws.corpus import book_texts, spec_examples
from tests.laws.oracle import parsed, parsed_or_none, pseudo
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.edition import make_edition
from toolkit.markdown.segments import ParsedDocument


def _check(source: ParsedDocument) -> None:
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    assert parsed(itself.text).segments == source.segments
    translated = make_edition(source, texts := pseudo(source))
    again = parsed(translated.text)
    kept = [
        texts[s.key] if s.key not in translated.refused else s.key.text
        for s in source.segments
        if s.key.text != "\\"
    ]
    assert len(again.segments) == len(kept)
    assert [s.kind for s in again.segments] == [s.kind for s in source.segments]


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
