"""The ids that Markdown editions say: ``tests/fixtures/heading-ids.md`` shows them, by dialect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.strategies import DOCUMENTS, LAW
from tests.unit.markdown.fixture_files import fixtures, signed, unsigned
from toolkit.errors import SourceError
from toolkit.markdown.dialects.registry import DIALECTS, dialect_of
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.edition import make_edition
from toolkit.markdown.heading_marks import heading_marks
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.markdown.splice import splice
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import MessageKey

_CASES = fixtures("heading-ids.md")


def _parsed(text: str, dialect: str) -> ParsedDocument:
    return parse_document(Document("d", "d.md", text, MarkdownOptions(dialect)))


def _marked(parsed: ParsedDocument, texts: dict[MessageKey, str]) -> str:
    edition = make_edition(parsed, texts)
    ids = source_heading_ids(parsed)
    dialect = dialect_of(parsed.document.options)
    return splice(edition.text, heading_marks(edition, ids, parsed.heading_ids.keys(), dialect))


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_headings_say_their_ids_as_in_their_fixture(title: str, source: str, expected: str) -> None:
    marked = _marked(_parsed(unsigned(source), title.partition(":")[0]), {})
    assert signed(marked.replace("\r\n", "␍\n")) == expected, title


def test_there_are_at_least_twenty_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 20


@pytest.mark.parametrize(("dialect", "mark"), [("gfm", '<a id="text"></a>'), ("hugo", " {#text}")])
def test_a_translated_heading_says_the_id_of_its_source(dialect: str, mark: str) -> None:
    parsed = _parsed("a\n\n## Text\n\nText\nb\n---\n", dialect)
    texts = {
        segment.key: "Uno #" if "T" in segment.key.text else "*dos*\ntres" for segment in parsed.segments
    }
    assert _marked(parsed, texts) == (
        f"*dos*\\\ntres\n\n## Uno \\#{mark}\n\nUno #{mark.replace('text', 'text-b')}\n---\n"
    )


@LAW
@given(DOCUMENTS, st.sampled_from(sorted(DIALECTS)))
def test_marked_headings_are_the_same_blocks_with_the_same_ids(text: str, dialect: str) -> None:
    try:
        source = _parsed(text, dialect)
    except SourceError:
        return
    again = _parsed(_marked(source, {}), dialect)
    assert [(t.type, t.tag) for t in again.tokens] == [(t.type, t.tag) for t in source.tokens]
    assert source_heading_ids(again) == source_heading_ids(source)
