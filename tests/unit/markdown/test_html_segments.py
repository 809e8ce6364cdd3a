"""Which texts of raw HTML blocks become which messages: ``tests/fixtures/html.md`` shows it."""

from __future__ import annotations

import json

import pytest

from tests.unit.markdown.fixture_files import fixtures, signed, unsigned
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import Segment

_CASES = fixtures("html.md")


def _dump(segment: Segment) -> str:
    parts = [f"{segment.line} {segment.kind}: {signed(json.dumps(segment.key.text, ensure_ascii=False))}"]
    for name, value in (
        ("under", segment.heading),
        ("context", segment.key.context),
        ("comment", segment.comment),
    ):
        if value:
            parts.append(f"  {name} {signed(json.dumps(value, ensure_ascii=False))}")
    return "\n".join(parts)


def dump_html(source: str) -> str:
    """Return the segments of a document as the fixtures show them."""
    parsed = parse_document(Document("d", "d.md", source))
    return "".join(_dump(segment) + "\n" for segment in parsed.segments) or "nothing\n"


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_html_has_the_messages_of_its_fixture(title: str, source: str, expected: str) -> None:
    assert dump_html(unsigned(source)) == expected, title


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_html_is_copied_where_the_project_asks_for_it(title: str, source: str, expected: str) -> None:
    document = Document("d", "d.md", unsigned(source))
    copied = Document("d", "d.md", unsigned(source), MarkdownOptions(html="copy"))
    everything = parse_document(document).segments
    assert parse_document(copied).segments == tuple(s for s in everything if not s.encoding.in_html), title


def test_there_are_at_least_forty_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 40
