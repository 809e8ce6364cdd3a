"""A translation breaks its lines as often as its source does."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity
from toolkit.model.segment import Encoding

_ONE_LINE = (Encoding.ATX, Encoding.TERM, Encoding.CELL, Encoding.TITLE)


def _find(pair: Pair) -> Iterator[Hit]:
    source, translation = pair.source.text, pair.translation.text
    if "\n" not in source and "\n" not in translation:
        return
    if pair.segment is not None and pair.segment.encoding in _ONE_LINE:
        return  # there a break is a space
    here, there = _breaks(source), _breaks(translation)
    if here == there or source.startswith("```"):
        return
    if there > here:
        start = translation.index("\n", len(translation) - len(translation.lstrip()))
        yield Hit(
            f"the translation has {_number(there)} and its source {_number(here, '')}", start, start + 1
        )
    else:
        yield Hit(f"the translation has {_number(there)} and its source {_number(here, '')}")


def _breaks(text: str) -> int:
    return sum(1 for line in text.replace("\r\n", "\n").split("\n") if line.strip()) - 1


def _number(count: int, word: str = " line break") -> str:
    return f"{count or 'no'}{word}{'s' if word and count != 1 else ''}" if count or word else "none"


RULE = EntryRule(
    "hard-break",
    Severity.INFO,
    "A translation breaks its lines where its source does",
    "each \\n in msgstr is a new line on the page; leave out those that only fold a long text",
    find=_find,
    markdown_only=True,
)
