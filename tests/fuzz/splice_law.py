"""The splice law for any bytes: no translation, and no text at all, breaks a document."""

from __future__ import annotations

import re

from tests.laws.oracle import pseudo as html_pseudo
from tests.pseudo import pseudo_messages as pseudo
from tests.unit.markdown.dialect_cases import parsed
from toolkit.errors import SourceError
from toolkit.markdown.dialects.registry import DIALECTS
from toolkit.markdown.edition import make_edition
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.document import MarkdownOptions
from toolkit.model.segment import MessageKey

FRONT_MATTER = ("title", "description", "tags[]", "hero.alt")
OPTIONS = tuple(MarkdownOptions(name, FRONT_MATTER, math) for name in DIALECTS for math in (None, True))
"""What the first byte of an input chooses from."""

# Marks are escaped where they would be structure; white space at an end is dropped or spelled out.
_ESCAPED = re.compile(r"&#\d+;|&\w+;|[\\|\ufeff\"'<>&]")

# The marks that some dialects spell out where others take a backslash.
_MARKS = {f"&#{ord(mark)};": mark for mark in ":~=?/;"}

_LONGEST_ALIEN = 60


def check_splice(data: bytes) -> None:
    """Raise where a document breaks a law; a document that is refused with `SourceError` breaks none."""
    if not data:
        return
    options = OPTIONS[data[0] % len(OPTIONS)]
    text = data[1:].decode("utf-8", "replace")
    try:
        source = parsed(text, options)
    except SourceError:
        return
    _keeps_every_byte(source)
    texts = pseudo_texts(source)
    edition = make_edition(source, texts)
    again = parsed(edition.text, options)
    assert _outline(again) == _outline(source), edition.text
    assert _places(again) == _places(source), edition.text
    put = [key.text if key in edition.refused else texts[key] for key in (s.key for s in source.segments)]
    assert [_bare(s.key.text) for s in again.segments] == [_bare(said) for said in put], edition.text
    # A piece of the document in place of every text: what is most likely to mean something there.
    half = len(text) // 2
    alien = make_edition(source, dict.fromkeys(texts, text[half : half + _LONGEST_ALIEN]))
    assert _outline(parsed(alien.text, options)) == _outline(source), alien.text


def pseudo_texts(source: ParsedDocument) -> dict[MessageKey, str]:
    """Return pseudo-text for every message, of HTML where it is HTML."""
    texts = pseudo(source)
    html = html_pseudo(source)
    return texts | {s.key: html[s.key] for s in source.segments if s.encoding.in_html}


def _keeps_every_byte(source: ParsedDocument) -> None:
    text = source.document.text
    itself = make_edition(source, {segment.key: segment.key.text for segment in source.segments})
    assert make_edition(source, {}).text == text
    assert itself.text == text
    assert not itself.refused
    ends = [offset for segment in source.segments for span in segment.spans for offset in span]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(text) for end in ends)


def _outline(document: ParsedDocument) -> list[tuple[str, str, int, str]]:
    return [(t.type, t.tag, t.level, t.info) for t in document.tokens]


def _places(document: ParsedDocument) -> list[tuple[str, str | None]]:
    # No encodings: an attribute's value without quotes may need some.
    return [(segment.kind, segment.key.context) for segment in document.segments]


def _bare(text: str) -> str:
    for spelled, mark in _MARKS.items():
        text = text.replace(spelled, mark)
    return "".join(_ESCAPED.sub("", text).split())
