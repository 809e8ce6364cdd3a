"""Front matter in YAML, TOML and JSON: ``tests/fixtures/front-matter.md`` shows it, case by case.

The input is a document, and translations after ``->``, in the order of its messages; one that begins with a
quotation mark is written as JSON.  Expected is the edition, or without translations what is extracted.
"""

from __future__ import annotations

import json
import re
import tomllib

import pytest
import yaml

from tests.unit.markdown.fixture_files import fixtures, signed, unsigned
from toolkit.errors import SourceError
from toolkit.markdown.edition import make_edition
from toolkit.markdown.front_matter.cut import cut_front_matter
from toolkit.markdown.segments import BOM, parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.segment import Encoding

_PATHS = ("title", "description", "tags[]", "hero.alt", "cards[].title", "params.menu.main[].name", "a.b.c")
_CASES = fixtures("front-matter.md")


def _shown(given: str) -> str:
    source, *translations = re.split(r"^-> ", given, flags=re.MULTILINE)
    document = Document("d", "d.md", unsigned(source), MarkdownOptions(front_matter=_PATHS))
    try:
        parsed = parse_document(document)
    except SourceError as error:
        # What follows the colon are the parser's words, which change between versions of Python.
        return f"{error.line}:{error.column} [{error.rule}] {error.message.partition(':')[0]}\n"
    if not translations:
        lines = [
            f"{s.line} {s.encoding} {s.key.context or '-'}: {json.dumps(s.key.text, ensure_ascii=False)}"
            for s in parsed.segments
        ]
        return signed("".join(f"{line}\n" for line in lines or ["nothing"]))
    texts = [text.removesuffix("\n") for text in translations]
    keys = dict.fromkeys(s.key for s in parsed.segments if s.encoding.in_front_matter)
    edition = make_edition(
        parsed,
        {key: json.loads(t) if t[:1] == '"' else t for key, t in zip(keys, texts, strict=True)},
    )
    _check(edition.text)
    withheld = "".join(f"withheld {key.context}: {why}\n" for key, why in edition.refused.items())
    return signed(edition.text.replace("\r\n", "␍\n")) + withheld


def _check(text: str) -> None:
    """Assert that front matter is what the languages' own readers accept."""
    front = cut_front_matter(text, len(BOM) if text.startswith(BOM) else 0, "")
    assert front is not None
    source = text[front.start : front.stop]
    match front.encoding:
        case Encoding.TOML:
            assert tomllib.loads(re.sub(r"\r\n?", "\n", source))
        case Encoding.JSON:
            assert json.loads(source)
        case _:
            assert yaml.compose(source, Loader=yaml.SafeLoader)


@pytest.mark.parametrize(("title", "given", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_front_matter_is_read_and_edited_as_its_fixture_says(title: str, given: str, expected: str) -> None:
    assert _shown(given) == expected, title


def test_there_are_at_least_seventy_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 70
