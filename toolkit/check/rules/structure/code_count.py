"""Each code of the source stands in the translation, between backticks."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.code_facts import changed_codes, missing_codes, shown_code, stray_backtick
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    if "`" not in pair.source.text:
        return
    missing = missing_codes(pair)
    if not missing or changed_codes(pair) or stray_backtick(pair):
        return
    text, prose = pair.translation.text, pair.translation.prose
    for code in missing:
        start = prose.find(code) if code in prose else text.find(code)
        if start >= 0:
            message = f'"{shown_code(code)}" is code in the source and plain text here'
            yield Hit(message, start, start + len(code))
        else:
            yield Hit(f'the code "{shown_code(code)}" of the source is missing in the translation')


RULE = EntryRule(
    "code-count",
    Severity.WARNING,
    "Each code of the source stands in the translation, between backticks",
    "write it between backticks, as the source does",
    find=_find,
    markdown_only=True,
)
