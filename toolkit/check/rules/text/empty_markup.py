"""Markup of a translation has words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import FILLER, TextView
from toolkit.markdown.inline_reading import PartKind
from toolkit.model.finding import Severity

_MAYBE = re.compile(r"\*\*|__|\[\s*\]|><|>\s+</|`\s")
_MARKS = re.compile(r"(?<!\*)\*\*\s*\*\*(?!\*)|(?<!\w)__\s*__(?!\w)")
_LINK = re.compile(rf"!?\[\s*\](?={FILLER})")
_TAGS = re.compile(
    r"<(a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b[^<>]{0,1000}>\s*</\1>",
    re.IGNORECASE,
)


def _find(pair: Pair) -> Iterator[Hit]:
    if not _MAYBE.search(pair.translation.text):
        return
    found = pair.translation.of(_empty_pieces)
    if len(found) <= len(pair.source.of(_empty_pieces)):
        return
    name, start, stop = found[0]
    yield Hit(f"the {name} of the translation is empty", start, stop)


def _empty_pieces(view: TextView) -> tuple[tuple[str, int, int], ...]:
    """Return the pieces of markup without any words: what they are, and where."""
    if not _MAYBE.search(view.text):
        return ()
    text, prose = view.text, view.prose
    found = [
        ("link" if match[0][0] == "[" else "image description", *match.span())
        for match in _LINK.finditer(prose)
    ]
    found += [("bold text", *match.span()) for match in _MARKS.finditer(prose)]
    found += [("HTML tag", *match.span()) for match in _TAGS.finditer(text) if prose[match.start()] == FILLER]
    at = text.find("` `")
    if at >= 0 and view.reading.counted(PartKind.CODE).get(" "):
        found.append(("code span", at, at + 3))
    return tuple(found)


RULE = EntryRule(
    "empty-markup",
    Severity.WARNING,
    "Markup of a translation has words in it",
    "write the words between the marks, or take the marks out",
    find=_find,
    markdown_only=True,
)
