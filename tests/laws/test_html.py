"""The laws on raw HTML blocks: every word is reached, and no translation adds a tag or ends a block."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.html_oracle import HtmlReading, goes_on, shown
from tests.laws.html_strategies import HTML_DOCUMENTS, HTML_TRANSLATIONS
from tests.laws.oracle import blocks, parsed_or_none, pseudo, signature
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.edition import Edition, make_edition
from toolkit.markdown.html_segments import html_pieces
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.segment import MessageKey

_LETTER = re.compile(r"[A-Za-z]")
_REFERENCE = re.compile(r"&(?:#\w+|\w+);?")


def _html(text: str) -> list[str]:
    return [token.content for token in blocks(text)[0] if token.type == "html_block"]


@LAW
@given(st.one_of(HTML_DOCUMENTS, HTML_TRANSLATIONS, DOCUMENTS))
@example("<a b='")
@example("<![CDATA[>" * 5)
def test_tokens_are_the_html_and_so_is_everything_between_messages(html: str) -> None:
    tokens = list(html_tokens(html))
    assert "".join(html[t.start : t.stop] for t in tokens) == html
    for token in tokens:
        assert token.start < token.stop
        if token.kind in (HtmlKind.START, HtmlKind.END):
            assert html[token.start] == "<"
            assert html[token.stop - 1] == ">"
            for attribute in token.attributes:
                assert token.start < attribute.start <= attribute.stop < token.stop
    reached = 0
    for piece in html_pieces(html):
        assert reached <= piece.start < piece.stop
        reached = piece.stop


@LAW
@given(HTML_DOCUMENTS)
def test_documents_of_html_keep_every_byte(text: str) -> None:
    source = parsed_or_none(text)
    assert source is not None
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    assert itself.text == text
    assert not itself.refused


@LAW
@given(HTML_DOCUMENTS)
def test_every_word_of_a_block_is_reached(text: str) -> None:
    source = parsed_or_none(text)
    assert source is not None
    edition = make_edition(source, pseudo(source))
    assert not edition.refused
    assert signature(edition.text) == signature(text)
    if "<!-- open" in text or "</\n" in text or goes_on(_html(text)):
        return  # what readers see then depends on the blocks that follow
    in_html = {segment.key for segment in source.segments if segment.encoding.in_html_text}
    if any(s.key in in_html and "<" in s.key.text for s in source.segments if not s.encoding.in_html):
        return  # the pseudo-text of Markdown leaves the attributes in tags alone
    left = [_REFERENCE.sub("", found) for found in shown(_html(edition.text))]
    assert [found for found in left if _LETTER.search(found)] == []


@LAW
@given(HTML_DOCUMENTS, st.lists(HTML_TRANSLATIONS, min_size=1, max_size=5))
def test_no_translation_adds_a_tag_or_ends_a_block(text: str, translations: list[str]) -> None:
    source = parsed_or_none(text)
    assert source is not None
    keys = dict.fromkeys(segment.key for segment in source.segments)
    texts = {key: translations[n % len(translations)] for n, key in enumerate(keys)}
    edition = make_edition(source, texts)
    assert signature(edition.text) == signature(text)
    _check_tags(text, edition)
    _check_texts(source, edition, texts)


def _check_tags(text: str, edition: Edition) -> None:
    for before, after in zip(_html(text), _html(edition.text), strict=True):
        remaining = list(HtmlReading(before).tags)
        for tag in HtmlReading(after).tags:
            assert tag in remaining, (before, after)
            remaining.remove(tag)


def _check_texts(source: ParsedDocument, edition: Edition, texts: dict[MessageKey, str]) -> None:
    """Check that each text stands in its block, and that what stands between the texts is as it was."""
    text, reached, gap = source.document.text, 0, 0
    tokens = blocks(edition.text)[0]
    where = {number: index for index, found in source.embedded.items() for number, _ in found}
    for number, segment in enumerate(source.segments):
        if segment.key in edition.refused:
            continue
        start, stop = segment.region
        found = edition.text.find(text[gap:start], reached)
        assert found >= reached, (segment, edition.text)
        reached, gap = found + start - gap, stop
        if number in where:
            content = tokens[where[number]].content
            wanted = _squeezed(texts[segment.key].replace("\0", "\ufffd"))
            if segment.encoding.in_html_text:
                assert wanted in _squeezed(content), (segment, content)
            else:
                assert wanted in map(_squeezed, HtmlReading(content).values), (segment, content)


def _squeezed(text: str) -> str:
    return "".join(text.split())
