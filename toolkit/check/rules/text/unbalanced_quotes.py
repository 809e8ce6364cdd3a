"""Each quotation mark that opens is closed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.model.finding import Severity

_ANY = re.compile('["“”„«»「」『』]')
_INCHES = re.compile(r"\d\"")
_MEDIAL = re.compile(r"(?<=[א-ת])[\"”](?=[א-ת])")


def _find(pair: Pair) -> Iterator[Hit]:
    if not _ANY.search(pair.translation.text) or pair.source.of(_unbalanced):
        return
    if found := pair.translation.of(_unbalanced):
        at = pair.translation.prose.rfind(found)
        message = f"the quotation mark {found} has no partner"
        yield Hit(message, at, at + 1)


def _unbalanced(view: TextView) -> str:
    """Return a mark of which there is one too many or too few; empty where all are in pairs."""
    if not _ANY.search(view.text):
        return ""
    prose = _MEDIAL.sub("", view.prose) if view.locale.language in ("he", "yi") else view.prose
    count = Counter(_ANY.findall(prose))
    for opening, closing in ("«»", "「」", "『』"):
        if count[opening] != count[closing]:
            return opening if count[opening] > count[closing] else closing
    low, high = count["„"], count["“"] + count["”"]
    if low:
        # „x“, „x”, and “x” beside them: each pair has one low mark, or two high ones.
        if low > high or (high - low) % 2:
            return "„" if low > high else ("“" if count["“"] else "”")
    elif count["“"] and count["“"] != count["”"]:
        return "“" if count["“"] > count["”"] else "”"
    elif count["”"] % 2 and not count["“"]:
        return "”"
    if count['"'] % 2 and not _INCHES.search(prose):
        return '"'
    return ""


RULE = EntryRule(
    "unbalanced-quotes",
    Severity.WARNING,
    "Each quotation mark that opens is closed",
    "put the missing mark, or take out the one too many",
    find=_find,
)
