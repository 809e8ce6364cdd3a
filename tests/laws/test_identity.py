"""Law 1: a document without translations, or with every text translated by itself, keeps every byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given

from tests.laws.corpus import book_texts, spec_examples
from tests.laws.oracle import parsed_or_none
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.edition import make_edition


def _keeps_every_byte(text: str) -> bool:
    source = parsed_or_none(text)
    if source is None:
        return True
    nothing = make_edition(source, {})
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    return nothing.text == itself.text == text and not nothing.refused and not itself.refused


@LAW
@given(DOCUMENTS)
@example("\ufeff# a\r\n\r- b\u2028  \n\tc\x0c\n\n\n")
def test_a_document_translated_by_itself_keeps_every_byte(text: str) -> None:
    assert _keeps_every_byte(text)


@pytest.mark.parametrize("texts", [spec_examples, book_texts], ids=["standard", "manual"])
def test_real_documents_translated_by_themselves_keep_every_byte(
    texts: Callable[[], tuple[str, ...]],
) -> None:
    assert [text for text in texts() if not _keeps_every_byte(text)] == []
