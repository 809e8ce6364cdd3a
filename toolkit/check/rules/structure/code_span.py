"""Code in a translation is the code of its source, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.code_facts import changed_codes, shown_code, stray_backtick
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    if "`" not in pair.translation.text:
        return
    changed = changed_codes(pair)
    if changed and (place := stray_backtick(pair)):
        yield Hit("a backtick is missing or too many, so code and text change places", *place)
        return
    for wrong, right, place in changed:
        yield Hit(f'the translation has the code "{shown_code(wrong)}" for "{shown_code(right)}"', *place)


RULE = EntryRule(
    "code-span",
    Severity.ERROR,
    "Code between backticks is that of the source",
    "copy it from the source: what stands between backticks is typed, not read",
    find=_find,
    markdown_only=True,
)
