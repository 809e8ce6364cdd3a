"""What a page says of blocks that translate an earlier source text: what changed, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from toolkit.assemble.page import TranslatedPage
from toolkit.catalog.matching.word_difference import Piece, shortened, word_difference
from toolkit.markdown.html_rules import Language, PageWords
from toolkit.markdown.stale_marks import StaleMark
from toolkit.model.segment import MessageKey
from toolkit.publish.source_words import source_words

WORD = "Changed in the original:"
"""What stands before the change; one of the words that rendering adds to a text."""

_ELEMENTS = {"gone": "del", "new": "ins"}
_SIGNS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


def stale_marks(page: TranslatedPage, words: PageWords, source: Language) -> Mapping[MessageKey, StaleMark]:
    """Return the mark of each message of a page whose translation is that of an earlier source text."""
    marks = {}
    encodings = {segment.key: segment.encoding for segment in page.parsed.segments}
    for key, decision in page.decisions.items():
        if decision.previous is not None:
            old, new = decision.previous, key.text
            said = [source_words(text, encodings[key], page.parsed.env) for text in (old, new)]
            if said[0] != said[1]:  # else it is the markup that has changed
                old, new = said
            pieces = shortened(word_difference(old, new))
            marks[key] = StaleMark(_as_text(pieces), _as_html(pieces, words, source))
    return marks


def _as_text(pieces: Iterable[Piece]) -> str:
    """Return a difference as one line: ``the [-old-]{+new+} dose``."""
    return " ".join("".join(piece.text.join(_SIGNS[piece.kind]) for piece in pieces).split())


def _as_html(pieces: Iterable[Piece], words: PageWords, source: Language) -> str:
    difference = Markup().join(
        Markup("<{0}>{1}</{0}>").format(_ELEMENTS[piece.kind], piece.text)
        if piece.kind in _ELEMENTS
        else escape(piece.text)
        for piece in pieces
    )
    label = Markup("<span{0}>{1}</span>").format(
        Markup(words.foreign.attributes if words.foreign else ""), words.text(WORD)
    )
    return str(Markup("{0} <span{1}>{2}</span>").format(label, Markup(source.attributes), difference))
