"""The segments in a block of raw HTML."""

from __future__ import annotations

from markdown_it.token import Token

from toolkit.markdown.dialects.verbatim import without_verbatim
from toolkit.markdown.html_segments import html_encoding, html_pieces, says
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.markdown.spans import line_prefix
from toolkit.markdown.untranslated_parts import Inside
from toolkit.model.segment import Encoding


def gather_html(found: Gathering, index: int, token: Token, inside: Inside) -> None:
    """Add the texts of a block of raw HTML, and the attributes that people read.

    ``inside`` says whether the block begins within an element that is left alone.
    """
    scopes = found.scopes
    scopes.opened(token.level)
    all_pieces = () if scopes.skipping else html_pieces(token.content, inside)
    pieces = [piece for piece in all_pieces if says(without_verbatim(piece.text, found.dialect), piece)]
    places = found.places.of(token, [(piece.start, piece.stop) for piece in pieces])
    embedded = []
    for piece, (line, spans) in zip(pieces, places, strict=True):
        encoding = html_encoding(token.content, piece)
        opening = encoding is Encoding.HTML_OPENING
        prefix = line_prefix(found.lines, line, spans[0][0]) if opening else ""
        kind = f"HTML attribute {piece.attribute}" if piece.attribute else "HTML text"
        number = found.add(piece.text, kind, line, spans, prefix, encoding)
        embedded.append((number, (piece.start, piece.stop)))
    if embedded:
        found.embedded[index] = tuple(embedded)
    scopes.closed(token.level)
