"""How translations are written into raw HTML blocks: ``tests/fixtures/html_placement.md`` shows it."""

from __future__ import annotations

import pytest

from tests.unit.markdown.fixture_files import fixtures
from tests.unit.markdown.test_placement import spliced
from toolkit.markdown.edition import Refusal, make_edition
from toolkit.markdown.parser import parse_blocks
from toolkit.markdown.segments import parse_document
from toolkit.markdown.structure import same_structure
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey

_CASES = fixtures("html_placement.md")


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_a_translation_is_written_as_in_its_fixture(title: str, source: str, expected: str) -> None:
    assert spliced(source) == expected, title


def test_there_are_at_least_forty_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 40


def test_a_message_is_put_into_text_attributes_and_markdown_alike() -> None:
    source = '<div title="Dose">Dose</div>\n\nDose\n\n<img alt=Dose>\n'
    parsed = parse_document(Document("d", "d.md", source))
    dose = MessageKey(None, "Dose")
    edition = make_edition(parsed, {dose: '1. "Do" & si'})
    assert edition.text == (
        '<div title="1. &quot;Do&quot; &amp; si">1. "Do" & si</div>\n\n1\\. "Do" & si\n\n'
        '<img alt="1. &quot;Do&quot; &amp; si">\n'
    )
    refused = make_edition(parsed, {dose: "<b>Dosis</b>"})
    assert refused.refused == {dose: Refusal.STRUCTURE}
    assert refused.text == source


def test_one_misfit_does_not_keep_the_others_out() -> None:
    source = "".join(f"<b>\nText {n}</b> more\n\n> <p>Text {n} b</p>\n\n" for n in range(30))
    parsed = parse_document(Document("d", "d.md", source))
    texts = {segment.key: segment.key.text.replace("Text", "Uno") for segment in parsed.segments}
    misfits = [parsed.segments[20].key, parsed.segments[41].key]
    texts |= {misfits[0]: "Uno 10", misfits[1]: "<i>Uno</i>"}
    edition = make_edition(parsed, texts)
    assert dict(edition.refused) == dict.fromkeys(misfits, Refusal.STRUCTURE)
    assert edition.text == source.replace("Text", "Uno").replace("Uno 10</b>", "Text 10</b>").replace(
        "Uno 20 b", "Text 20 b"
    )


def test_a_block_is_what_was_put_there_and_nothing_else() -> None:
    source, source_env = parse_blocks("<p>a</p>\n\nb\n")
    other, other_env = parse_blocks("<p>x</p>\n\nb\n")

    def same(expected: dict[int, str]) -> bool:
        return same_structure(source, source_env, other, other_env, expected, {})

    assert same({0: "<p>x</p>\n"})
    assert same({0: "<p>x</p>\n", 2: "b"})
    assert not same({})
    assert not same({0: "<p>y</p>\n"})
    assert not same({2: "b"})
