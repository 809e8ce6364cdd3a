"""A Spanish question or exclamation has its opening mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_LANGUAGES = frozenset({"es", "ast"})
"""Real Academia Española, Ortografía (2010), III.3.4.9: the opening mark is never left out."""
_MARK = re.compile(r"[¿¡]|(?<=[^\W\d_]{2})[*_»”\")\]\ufffc]{0,4}([?!])[?!]*(?=[\s*_»”\")\].,;:]|$)")
_GOES_ON = ("...", "…")
_OPENING = {"?": "¿", "!": "¡"}


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if pair.translation.locale.language not in _LANGUAGES or not ("?" in text or "!" in text):
        return
    prose = pair.translation.prose
    open_marks = prose.startswith(_GOES_ON)  # the question begins before it, in a heading or a sentence
    for match in _MARK.finditer(prose):
        mark = match[1]
        if mark is None:
            open_marks = True
            continue
        at = match.start(1)
        word = max(prose.rfind(" ", 0, at), prose.rfind("\n", 0, at)) + 1
        if not open_marks and prose[word : at + 1] not in pair.source.text:  # a name may end with it: Yahoo!
            message = f'a sentence ends with "{mark}" and does not begin with "{_OPENING[mark]}"'
            yield Hit(message, at, at + 1)
            return
        open_marks = False


RULE = EntryRule(
    "opening-mark",
    Severity.WARNING,
    "A Spanish question or exclamation has its opening mark",
    "put ¿ or ¡ where the question or the exclamation begins",
    find=_find,
)
