"""Law 2: segments are in order, do not overlap, and hold exactly what the parser reads there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from markdown_it.common.utils import unescapeAll

from tests.laws.corpus import book_texts, spec_examples
from tests.laws.oracle import blocks, link_titles, parsed_or_none, without_attributes
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.segment import Encoding


def _lines(text: str) -> list[str]:
    return [line.lstrip(" \t") for line in text.split("\n")]


def _check_order(source: ParsedDocument) -> None:
    reached = 0
    for segment in source.segments:
        for start, stop in segment.spans:
            assert reached <= start < stop <= len(source.document.text), segment
            reached = stop


def _check_texts(source: ParsedDocument) -> None:
    text = source.document.text
    tokens, _ = blocks(text[source.body :])
    in_html = [number for found in source.embedded.values() for number, _ in found]
    in_body = [*source.inline.values(), *in_html, *source.titles.values()]
    assert len(in_body) == sum(not s.encoding.in_front_matter for s in source.segments)
    titles = link_titles(text[source.body :])
    for label, number in source.titles.items():
        written = "\n".join(text[a:b] for a, b in source.segments[number].spans).replace("\0", "\ufffd")
        assert written[0] + written[-1] in ('""', "''", "()")
        assert unescapeAll(written[1:-1]) == titles[label]
    for index, found in source.embedded.items():
        for number, (start, stop) in found:
            written = "\n".join(text[a:b] for a, b in source.segments[number].spans).replace("\0", "\ufffd")
            assert written.split() == tokens[index].content[start:stop].split()
    for index, number in source.inline.items():
        segment = source.segments[number]
        written = "\n".join(text[start:stop] for start, stop in segment.spans).replace("\0", "\ufffd")
        if segment.encoding is Encoding.CELL:
            written = written.replace("\\|", "|")
        read = tokens[index].content
        if segment.encoding in (Encoding.ATX, Encoding.SETEXT):
            read = without_attributes(read)
        assert _lines(written) == _lines(read), segment


def _check_lines(source: ParsedDocument) -> None:
    before = source.document.text.replace("\r\n", " \n").replace("\r", "\n")
    for segment in source.segments:
        assert segment.line == before.count("\n", 0, segment.region[0]) + 1, segment


@LAW
@given(DOCUMENTS)
def test_segments_are_in_order_and_hold_what_the_parser_reads(text: str) -> None:
    if source := parsed_or_none(text):
        _check_order(source)
        _check_texts(source)
        _check_lines(source)


@pytest.mark.parametrize("texts", [spec_examples, book_texts], ids=["standard", "manual"])
def test_segments_of_real_documents_hold_what_the_parser_reads(texts: Callable[[], tuple[str, ...]]) -> None:
    for text in texts():
        source = parsed_or_none(text)
        assert source is not None
        _check_order(source)
        _check_texts(source)
        _check_lines(source)
