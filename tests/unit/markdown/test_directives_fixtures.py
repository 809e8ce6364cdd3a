"""What directives do to a document: ``tests/fixtures/directives.md`` shows it, case by case."""

from __future__ import annotations

import json

import pytest

from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.markdown.edition import make_edition
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.segment import Segment

_CASES = fixtures("directives.md")


def _dump(segment: Segment) -> str:
    parts = [f"{segment.line} {segment.kind}: {json.dumps(segment.key.text, ensure_ascii=False)}"]
    for name, value in (
        ("context", segment.key.context),
        ("comment", segment.comment),
        ("max length", segment.max_length),
    ):
        if value:
            parts.append(f"  {name} {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(parts)


def dump(source: str) -> str:
    """Return the segments of a document and what is wrong with its directives."""
    parsed = parse_document(Document("d", "d.md", source))
    segments = "".join(f"{_dump(segment)}\n" for segment in parsed.segments) or "nothing\n"
    return segments + "".join(f"! {f.place.line}:{f.place.column} {f.message}\n" for f in parsed.findings)


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_directives_do_what_their_fixture_shows(title: str, source: str, expected: str) -> None:
    assert dump(unsigned(source)) == expected, title


@pytest.mark.parametrize("source", [source for _, source, _ in _CASES])
def test_directives_stay_in_the_text(source: str) -> None:
    text = unsigned(source)
    parsed = parse_document(Document("d", "d.md", text))
    assert make_edition(parsed, {}).text == text
    texts = {segment.key: f"{segment.key.text} ü" for segment in parsed.segments}
    edition = make_edition(parsed, texts)
    assert edition.refused == {}
    again = parse_document(Document("d", "d.md", edition.text))
    assert [s.key for s in again.segments] == [(s.key.context, f"{s.key.text} ü") for s in parsed.segments]
    assert [f.message for f in again.findings] == [f.message for f in parsed.findings]


def test_each_case_has_a_title_of_its_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 25
