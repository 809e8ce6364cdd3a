"""Law 4: an edition has the blocks of its source, and each text where it belongs, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.corpus import book_texts, spec_examples
from tests.laws.hostile import HOSTILE, TRANSLATIONS
from tests.laws.oracle import (
    PARSER,
    blocks,
    link_titles,
    normal,
    parsed,
    parsed_or_none,
    plain,
    pseudo,
    signature,
    without_attributes,
)
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.edition import Edition, make_edition
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.segment import Encoding, MessageKey

_HEADINGS = (Encoding.ATX, Encoding.SETEXT)
_OUTER = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\ufeff"
# What an escaped bracket shows differently from a link or a footnote of the document.
_MEANT = re.compile(r"\[(?:x|1|\^|!|ref)")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append("/" + tag)


def _block_tags(body: str) -> list[str]:
    """Return the tags of the rendered blocks, inline runs left empty."""
    tokens, env = blocks(body)
    for token in tokens:
        if token.type == "inline":
            token.children = []
        elif token.type == "html_block":
            token.content = ""  # its tags are in its signature, but those within a sentence
    reader = _Tags()
    reader.feed(PARSER.renderer.render([t for t in tokens if "footnote" not in t.type], PARSER.options, env))
    return reader.found


def _check_bytes(source: ParsedDocument, edition: Edition, texts: Mapping[MessageKey, str]) -> None:
    """Check that what stands between segments, and every refused segment, has its source bytes."""
    text, rest, reached = source.document.text, edition.text[edition.body :], source.body
    pieces = []
    for segment in source.segments:
        untouched = segment.key in edition.refused or segment.key not in texts
        if not segment.encoding.in_front_matter and not untouched:
            pieces.append(text[reached : segment.region[0]])
            reached = segment.region[1]
    at = 0
    for piece in (*pieces, text[reached:]):
        found = rest.find(piece, at)
        assert found >= 0, (piece, rest)
        at = found + len(piece)


def _check_texts(source: ParsedDocument, edition: Edition, texts: Mapping[MessageKey, str]) -> None:
    tokens, env = blocks(edition.text[edition.body :])
    for index, number in source.inline.items():
        segment = source.segments[number]
        wanted = texts.get(segment.key, segment.key.text)
        if segment.key in edition.refused or wanted == segment.key.text or _MEANT.search(wanted):
            continue
        found = tokens[index].content
        if segment.encoding in _HEADINGS and without_attributes(found) != found:
            found = without_attributes(found)
        lines = normal(wanted).strip(_OUTER)
        spellings = {plain(lines.replace("\n", mark + "\n"), env) for mark in ("  ", "\\", "")}
        assert plain(found, env) in spellings, (segment, wanted, found)
    titles, before = (
        link_titles(edition.text[edition.body :]),
        link_titles(source.document.text[source.body :]),
    )
    for label, title in before.items():
        key = source.segments[source.titles[label]].key if label in source.titles else None
        if key is None or key in edition.refused or texts.get(key, key.text) == key.text:
            assert titles[label] == title
        else:
            assert "".join(titles[label].split()) == "".join(normal(texts[key]).split())


def _check(source: ParsedDocument, texts: Mapping[MessageKey, str]) -> Edition:
    edition = make_edition(source, texts)
    before, after = source.document.text[source.body :], edition.text[edition.body :]
    assert signature(after) == signature(before)
    assert _block_tags(after) == _block_tags(before)
    assert edition.refused.keys() <= texts.keys()
    _check_bytes(source, edition, texts)
    _check_texts(source, edition, texts)
    again = parsed_or_none(edition.text)
    assert again is not None
    assert again.heading_ids == source.heading_ids
    return edition


@LAW
@given(DOCUMENTS, st.lists(TRANSLATIONS, min_size=1, max_size=6))
@example("# Dose {#dose}\n\nA\n===\n\nB | C\n--- \n", ["uno {#b}", "a `|`", "a|b"])
@example("\u00a0a\n\n1. b\n   c  \n   d\n\n[^1]: e\n", ["[^1]: nota", "~~~\n~~~", "\\\u00a0"])
def test_no_translation_changes_a_block(text: str, translations: list[str]) -> None:
    source = parsed_or_none(text)
    if source is not None and source.segments:
        keys = dict.fromkeys(segment.key for segment in source.segments)
        _check(source, {key: translations[n % len(translations)] for n, key in enumerate(keys)})


_CONTAINERS = (
    *(
        "T\n",
        "a\nT\n",
        "T\n\nz\n",
        "z\n\nT\n",
        "# T\n",
        "# T {#i}\n",
        "# T #\n",
        "T\n===\n",
        "T\n---\n",
        "T {#i}\n---\n",
    ),
    *(
        "- T\n",
        "- T\n- z\n",
        "1. T\n   z\n",
        "- [ ] T\n",
        "- z\n\n  T\n",
        "> T\n",
        "> z\n> T\n",
        "> [!NOTE]\n> T\n",
    ),
    *(
        "| T | z |\n|---|---|\n| y | T |\n",
        "T | z\n---|---\nT | y\n",
        "T\n: z\n",
        "z\n: T\n",
        "z\n\n: T\n\n  y\n",
    ),
    *(
        "[^1]: T\n\nz[^1]\n",
        "> - T\n>   z\n",
        "- > T\n",
        "T\r\nz\r\n",
        "\ufeffT",
        "---\ntitle: T\n---\nT\n",
        "T  \nz\n",
    ),
    *("T\n***\n", "T\n```\nz\n```\n", "<div>\n\nT\n", "- T\n***\n", "> T\n---\n", "T\n: z\n\n    - T\n"),
    *('[a]: /u "T"\n', "> [a]: /u\n>   'T\n> z'\n", "- [a]:\n  /u\n  (T)\n\n  z\n", '[a]: /u "T"\n|-|-|\n'),
    *("<p>T</p>\n", "<p title='T'>5</p>\n", "<p title=T>5</p>\n", "> <p>T\n> z</p>\n", "<b>\nT</b> z\n"),
    *("<!-- z --> T\n", "- <p>\n  T\n  </p>\n", '<img alt="T">\n', "<pre title='T'>\n\nz</pre>\n"),
)


@pytest.mark.parametrize("container", _CONTAINERS)
def test_no_hostile_translation_changes_a_container(container: str) -> None:
    source = parsed(container.replace("T", "Text"))
    for hostile in HOSTILE:
        _check(source, {segment.key: hostile for segment in source.segments if "T" in segment.key.text})


@pytest.mark.parametrize("texts", [spec_examples, book_texts], ids=["standard", "manual"])
def test_real_documents_keep_their_structure_in_pseudo_text(texts: Callable[[], tuple[str, ...]]) -> None:
    for text in texts():
        source = parsed(text)
        assert not _check(source, pseudo(source)).refused, text


def test_examples_of_the_standard_keep_their_structure_under_hostile_translations() -> None:
    for number, text in enumerate(spec_examples()):
        source = parsed(text)
        keys = [segment.key for segment in source.segments]
        _check(source, {key: HOSTILE[(7 * number + n) % len(HOSTILE)] for n, key in enumerate(keys)})
