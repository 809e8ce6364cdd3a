"""How a translation is written where a segment stands: ``tests/fixtures/placement.md`` shows it."""

from __future__ import annotations

import pytest

from tests.unit.markdown.fixture_files import fixtures, signed, unsigned
from toolkit.markdown.edition import Refusal, make_edition
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey

_CASES = fixtures("placement.md")
_TRANSLATE = "\n-> "


def spliced(source: str) -> str:
    """Return the edition of a document followed by ``-> translation``, as the fixtures show it.

    The message with the word Text gets the translation; the lines after the arrow are its lines.
    """
    text, _, translation = source.rpartition(_TRANSLATE)
    parsed = parse_document(Document("d", "d.md", unsigned(text + "\n")))
    key = next(segment.key for segment in parsed.segments if "Text" in segment.key.text)
    edition = make_edition(parsed, {key: unsigned(translation.removesuffix("\n"))})
    if edition.refused:
        assert edition.text == parsed.document.text
        return f"REFUSED {edition.refused[key]}\n"
    return signed(edition.text)


@pytest.mark.parametrize(("title", "source", "expected"), _CASES, ids=[title for title, _, _ in _CASES])
def test_a_translation_is_written_as_in_its_fixture(title: str, source: str, expected: str) -> None:
    assert spliced(source) == expected, title


def test_there_are_at_least_sixty_cases_with_titles_of_their_own() -> None:
    assert len({title for title, _, _ in _CASES}) == len(_CASES) >= 60


def test_a_message_is_put_in_place_everywhere_or_nowhere() -> None:
    source = "Dose\n\n| Dose | b |\n|---|---|\n\nDose\n: c\n"
    parsed = parse_document(Document("d", "d.md", source))
    dose = MessageKey(None, "Dose")
    fitting = make_edition(parsed, {dose: "1. Dosis|x"})
    assert fitting.text == "1\\. Dosis|x\n\n| 1. Dosis\\|x | b |\n|---|---|\n\n1\\. Dosis|x\n: c\n"
    refused = make_edition(parsed, {dose: "<div>", MessageKey(None, "c"): "d"})
    assert refused.refused == {dose: Refusal.STRUCTURE}
    assert refused.text == source.replace(": c", ": d")


def test_one_misfit_does_not_keep_the_others_out() -> None:
    source = "".join(f"Text {n}\n\n" for n in range(50))
    parsed = parse_document(Document("d", "d.md", source))
    texts = {segment.key: f"Uno {n}" for n, segment in enumerate(parsed.segments)}
    misfit = parsed.segments[31].key
    texts[misfit] = "<!--"
    edition = make_edition(parsed, texts)
    assert dict(edition.refused) == {misfit: Refusal.STRUCTURE}
    assert edition.text == "".join(f"{'Text' if n == 31 else 'Uno'} {n}\n\n" for n in range(50))
