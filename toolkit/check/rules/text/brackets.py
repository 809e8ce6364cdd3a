"""Each bracket that opens is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import FILLER, TextView
from toolkit.model.finding import Severity

_ANY = re.compile(r"[()\[\]{}（）［］｛｝【】〔〕﹙﹚]")
_LONGEST = 1000  # characters of an address
_PARTNER = {")": "(", "]": "[", "}": "{"}
_SAME = str.maketrans("（）［］｛｝﹙﹚【】〔〕", "()[]{}()[][]")
_ALONE = re.compile(r"(?:(?:^|\s)(?:[^\W\d_]|\d{1,3}|[ivx]{1,4})\.?|(?:^|\s)[:;]['-]?)[()）]$")
_BEFORE = 8  # characters that tell a list mark as "iv)" and a smiley


def _find(pair: Pair) -> Iterator[Hit]:
    if not _ANY.search(pair.translation.text):
        return
    at = pair.translation.of(_odd_bracket)
    if at is None or pair.source.of(_odd_bracket) is not None:
        return
    mark = pair.translation.text[at]
    verb = "is never opened" if mark.translate(_SAME) in _PARTNER else "is never closed"
    yield Hit(f'the bracket "{mark}" {verb}', at, at + 1)


def _odd_bracket(view: TextView) -> int | None:
    """Return where a bracket without partner stands in the prose; ``None`` where all have one."""
    prose = view.prose
    if not _ANY.search(prose):
        return None
    opened: list[tuple[str, int]] = []
    for match in _ANY.finditer(prose):
        mark = match[0].translate(_SAME)
        partner = _PARTNER.get(mark)
        if partner is None:
            opened.append((mark, match.start()))
        elif opened and opened[-1][0] == partner:
            opened.pop()
        elif not _stands_alone(view.text, prose, match.start()):
            return match.start()
    return next((at for _, at in opened if not _ALONE.search(prose[max(at - _BEFORE, 0) : at + 1])), None)


def _stands_alone(text: str, prose: str, at: int) -> bool:
    """Tell whether a closing bracket needs no partner: in ``a)``, ``:)`` and ``…/wiki/Rust_(language)``."""
    if _ALONE.search(prose[max(at - _BEFORE, 0) : at + 1]):
        return True
    begin = at
    while begin and prose[begin - 1] == FILLER and begin > at - _LONGEST:
        begin -= 1
    return "(" in text[begin:at]


RULE = EntryRule(
    "brackets",
    Severity.WARNING,
    "Each bracket that opens is closed",
    "put the missing bracket, or take out the one too many",
    find=_find,
)
