"""Abbreviations in rendered text: ``<abbr title="Hyper Text Markup Language">HTML</abbr>``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from markdown_it.token import Token

from toolkit.markdown.constructs.abbreviations import ABBREVIATION, defined_label
from toolkit.model.segment import Span

Attributes = Mapping[str, str | int | float]

_WORD = re.compile(r"\w")
_WORD_START = re.compile(r"(?<!\w)\S")


def show_abbreviations(tokens: Sequence[Token], foreign: str) -> None:
    """Mark the abbreviations of a page in its texts; of two definitions the later one holds.

    ``foreign`` is the ``Token.meta`` key of the attributes that say the language of a definition's text,
    where it is not the page's.  Code, raw HTML and what images say stay as they are.
    """
    meanings: dict[str, Attributes] = {}
    for index, token in enumerate(tokens):
        if token.type == "line_text_open" and token.info == ABBREVIATION:
            meaning = tokens[index + 1]
            language = meaning.meta.get(foreign, {})
            marks = {name: language[name] for name in ("lang", "dir") if name in language}
            label = defined_label(tokens[index - 1].content)
            meanings[label] = {"title": meaning.content.strip(), **marks}
    if not meanings:
        return
    lengths = tuple(sorted(set(map(len, meanings)), reverse=True))
    for index, token in enumerate(tokens):
        if token.type == "inline" and token.children and tokens[index - 1].info != ABBREVIATION:
            token.children = [part for child in token.children for part in _shown(child, meanings, lengths)]


def _shown(child: Token, meanings: Mapping[str, Attributes], lengths: Sequence[int]) -> list[Token]:
    if child.type != "text":
        return [child]
    parts: list[Token] = []
    position = 0
    for start, stop in _places(child.content, meanings, lengths):
        parts += [
            Token("text", "", 0, content=child.content[position:start]),
            Token("abbr_open", "abbr", 1, attrs=dict(meanings[child.content[start:stop]])),
            Token("text", "", 0, content=child.content[start:stop]),
            Token("abbr_close", "abbr", -1),
        ]
        position = stop
    return [*parts, Token("text", "", 0, content=child.content[position:])] if parts else [child]


def _places(text: str, labels: Container[str], lengths: Sequence[int]) -> Iterator[Span]:
    """Yield where abbreviations stand: whole words, as Python-Markdown and kramdown have it.

    Of ``HTML`` and ``HTML 5`` the longer one counts.  ``lengths`` are those of the labels, the longest
    first: work grows with their number, not with that of the labels.
    """
    found = _WORD_START.search(text)
    while found:
        start = stop = found.start()
        for length in lengths:
            end = start + length
            if text[start:end] in labels and not _WORD.match(text, end):
                yield start, (stop := end)
                break
        found = _WORD_START.search(text, max(stop, start + 1))
