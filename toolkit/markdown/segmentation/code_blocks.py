"""The segments in a fenced code block: its comments, and its strings where the project asks for them."""

from __future__ import annotations

from markdown_it.token import Token

from toolkit.markdown.code_pieces import code_pieces
from toolkit.markdown.dialects.verbatim import without_verbatim
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.model.segment import Encoding, Span


def gather_code(found: Gathering, index: int, token: Token) -> None:
    """Add the texts in a fenced code block, each with a range for each of its lines."""
    scopes = found.scopes
    scopes.opened(token.level)
    code, strings = token.content, found.document.options.code == "strings"
    pieces = () if scopes.skipping else code_pieces(token.info.strip(), code, strings)
    embedded: list[tuple[int, Span]] = []
    for piece in pieces:
        text = piece.text(code)
        if not any(map(str.isalpha, without_verbatim(text, found.dialect))):
            continue
        places = found.places.of(token, list(piece.lines))
        spans = tuple(span for _, spans in places for span in spans)
        number = found.add(text, piece.kind, places[0][0], spans, "", Encoding(piece.kind))
        embedded += [(number, line) for line in piece.lines]
    if embedded:
        found.embedded[index] = tuple(embedded)
    scopes.closed(token.level)
