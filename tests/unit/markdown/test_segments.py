"""What of a document becomes which message: ``tests/fixtures/segments.md`` shows it, case by case."""

from __future__ import annotations

import json

import pytest

from tests.unit.markdown.fixture_files import fixtures, signed, unsigned
from toolkit.errors import SourceError
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import Segment

_OPTIONS = MarkdownOptions(front_matter=("title", "description", "tags[]", "hero.alt"))
_CASES = fixtures("segments.md")


def _dump(segment: Segment) -> str:
    text = json.dumps(segment.key.text, ensure_ascii=False)
    parts = [f"{segment.line} {segment.kind}: {signed(text)}"]
    for name, value in (
        ("under", segment.heading),
        ("context", segment.key.context),
        ("comment", segment.comment),
        ("prefix", segment.prefix),
    ):
        if value:
            parts.append(f"  {name} {signed(json.dumps(value, ensure_ascii=False))}")
    return "\n".join(parts)


def shown(parsed: ParsedDocument) -> str:
    """Return all segments of a document as the fixtures show them."""
    return "".join(_dump(segment) + "\n" for segment in parsed.segments) or "nothing\n"


def dump(source: str) -> str:
    """Return the segments of a document, or why it is refused, as the fixtures show them.

    Texts of raw HTML blocks are left out: they came later, and changed no message that was there;
    ``html.md`` shows them.
    """
    try:
        parsed = parse_document(Document("d", "d.md", source, _OPTIONS))
    except SourceError as error:
        return f"{error.line}:{error.column} [{error.rule}] {error.message}\n"
    return "".join(_dump(s) + "\n" for s in parsed.segments if not s.encoding.in_html) or "nothing\n"


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_a_document_has_the_segments_of_its_fixture(title: str, source: str, expected: str) -> None:
    assert dump(unsigned(source)) == expected, title


def test_there_are_at_least_sixty_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 60
