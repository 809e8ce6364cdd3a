"""Law 4: an edition has the front matter of its source, and none where that has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.hostile import HOSTILE
from tests.laws.strategies import LAW
from toolkit.errors import SourceError
from toolkit.markdown.dialects.registry import DIALECTS
from toolkit.markdown.edition import Edition, make_edition
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions

_FENCES = ("+++", "---", "...", "{", "}", "", "\ufeff")
_KEYS = ("Text", "title: a", "a = 1", "# a", "[a]", '{"a": 1}', '"a": "b"', "- a", "[a](b", "<p>a</p>")
_LINES = st.lists(st.sampled_from((*_FENCES, *_KEYS, "===", ": b", "a | b", "--|--", "a  ")), max_size=8)
_TEXTS = st.one_of(
    st.sampled_from((*_FENCES, *_KEYS, "+++\na = 1\n+++", '{\n"a": 1\n}', "---\na: 1\n---", '{"a":', "{")),
    st.sampled_from(HOSTILE),
)


def _parsed(text: str, dialect: str) -> ParsedDocument:
    options = MarkdownOptions(dialect, front_matter=("title", "a"))
    return parse_document(Document("d", "d.md", text, options))


def _front_matter(parsed: ParsedDocument) -> str:
    return parsed.front_matter.encoding if parsed.front_matter else ""


def _check(source: ParsedDocument, texts: list[str]) -> Edition:
    keys = dict.fromkeys(segment.key for segment in source.segments)
    edition = make_edition(source, {key: texts[n % len(texts)] for n, key in enumerate(keys)})
    again = _parsed(edition.text, source.document.options.dialect)
    assert (_front_matter(again), again.body) == (_front_matter(source), edition.body)
    return edition


@LAW
@given(st.sampled_from(sorted(DIALECTS)), _LINES, st.sampled_from("\n\r"), st.lists(_TEXTS, min_size=1))
def test_no_translation_makes_front_matter(
    dialect: str, lines: list[str], newline: str, texts: list[str]
) -> None:
    try:
        source = _parsed(newline.join((*lines, "")), dialect)
    except SourceError:
        return
    _check(source, texts)


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("Text\n\nEnd\n", ["+++", "+++"]),
        ("\ufeffText\n\na = 1\n\nEnd\n", ["+++", "a = 1", "+++"]),
        ("Text\r\rEnd\r", ["---", "---"]),
        ("Text\n\nEnd\n", ['{"a": 1}', "b"]),
        ("Text  \nb\n\nEnd\n", ['{\n"a": {', "b"]),
        ("Text  \na  \nb\n", ["+++\na = 1\n+++"]),
        ("Text\n: a\n", ["+++", "+++"]),
        ("Text\n---\n\na = 1\n\nb\n", ["+++", "a = 1", "+++"]),
        ("---\n\na: b\n\nEnd\n", ["a: c", "..."]),
        ("---\n\n[Text](a\n\n---\n", ["title: b"]),
        ("+++\n- Text\n\n+++\n", ['a = "b"']),
    ],
)
def test_a_translation_that_looks_like_front_matter_makes_none(
    dialect: str, source: str, texts: list[str]
) -> None:
    _check(_parsed(source, dialect), texts)


def test_a_text_that_would_make_front_matter_does_not_keep_the_others_out() -> None:
    source = _parsed("---\n\na: b\n\nText\n\n" + "One\n\nTwo\n\n" * 3, "gfm")
    texts = {segment.key: f"{segment.key.text}!" for segment in source.segments}
    text = next(key for key in texts if key.text == "Text")
    edition = make_edition(source, texts | {text: "..."})
    assert list(edition.refused) == [text]
    assert edition.text == "---\n\na: b!\n\nText\n\n" + "One!\n\nTwo!\n\n" * 3


def test_a_misfit_beside_dashes_does_not_keep_the_text_between_them_out() -> None:
    source = _parsed("Intro\n\n---\n\na: b\n---\n\nText\n", "gfm")
    texts = {segment.key: "c" for segment in source.segments}
    text = next(key for key in texts if key.text == "Text")
    edition = make_edition(source, texts | {text: "<!--"})
    assert list(edition.refused) == [text]
    assert edition.text == "c\n\n---\n\nc\n---\n\nText\n"
