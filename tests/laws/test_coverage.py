"""Law 3: every letter that a reader sees outside code belongs to a segment, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from markdown_it.token import Token

from tests.laws.corpus import book_texts, spec_examples
from tests.laws.html_oracle import shown as shown_in_html
from tests.laws.oracle import (
    blocks,
    inline_tokens,
    link_titles,
    normal,
    parsed_or_none,
    pseudo,
    without_attributes,
)
from tests.laws.strategies import DOCUMENTS, LAW
from toolkit.markdown.edition import make_edition

_LETTER = re.compile(r"[A-Za-z]")
# A paragraph of two lines before this becomes a term when it is written on one: it is refused.
_DEFINITION = re.compile(r"(?m)^[> \t]*[:~][ \t]")
# Example 492 of the standard: no link over two lines, but one on a single line, as a message is.
_LINK_WHEN_FOLDED = "[link](<foo\nbar>)\n"


def _inline(body: str) -> Iterator[Token]:
    tokens, env = blocks(body)
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type != "alert_title_open":  # its title is an interface word
            heading = before.type == "heading_open"
            yield from inline_tokens(without_attributes(token.content) if heading else token.content, env)


def _shown(body: str) -> list[str]:
    """Return the texts that a reader sees outside code, autolinks, entities and raw tags, or in a tooltip."""
    autolink = False
    shown = shown_in_html(token.content for token in blocks(body)[0] if token.type == "html_block")
    for token in _inline(body):
        if token.type == "link_open":
            autolink = token.markup == "autolink"
        elif token.type == "link_close":
            autolink = False
        elif token.type == "text" and not autolink:
            shown.append(token.content)
    return [*shown, *link_titles(body).values()]


def _untouchable(body: str) -> list[object]:
    return [
        (
            token.type,
            " ".join(token.content.split()) if token.type != "image" else "",
            token.attrGet("href"),
            token.attrGet("src"),
        )
        for token in _inline(body)
        if token.type in ("code_inline", "html_inline", "link_open", "image")
    ]


def _letters(texts: list[str]) -> int:
    return sum(len(_LETTER.findall(text)) for text in texts)


@LAW
@given(DOCUMENTS)
@example("\u0085a\n: b")
@example("[a ^[note [a]]\n\n[a]: /u\n")
def test_no_visible_letter_is_left_and_no_code_or_target_is_touched(text: str) -> None:
    assume("i18n:skip" not in text and "mdpo-" not in text)
    source = parsed_or_none(text)
    assume(source is not None and not _DEFINITION.search(normal(text)))
    assert source is not None
    edition = make_edition(source, pseudo(source))
    assert not edition.refused
    assert [left for left in _shown(edition.text[edition.body :]) if _LETTER.search(left)] == []
    found, wanted = _untouchable(edition.text[edition.body :]), _untouchable(text[source.body :])
    assert [item for item in found if item not in wanted] == []


@pytest.mark.parametrize("texts", [spec_examples, book_texts], ids=["standard", "manual"])
def test_real_documents_are_translated_to_the_letter(texts: Callable[[], tuple[str, ...]]) -> None:
    before, after, damaged, refused = 0, 0, [], []
    for text in texts():
        source = parsed_or_none(text)
        assert source is not None
        edition = make_edition(source, pseudo(source))
        body = edition.text[edition.body :]
        before += _letters(_shown(text[source.body :]))
        after += _letters(_shown(body))
        refused += list(edition.refused)
        if _untouchable(body) != _untouchable(text[source.body :]) and text != _LINK_WHEN_FOLDED:
            damaged.append(text)
    assert refused == []
    assert damaged == []
    assert after == 0
    assert before > 3000
