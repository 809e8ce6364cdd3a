"""A translation holds no control characters and no marks of a broken encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_MOST = 20  # findings of one entry
_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_BAD = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd\ufffe\uffff{_PLANES}]"
)
_BLANK = "\x0b\x0c\x85"
_MESSAGES = {
    "\ufffd": "the character U+FFFD stands where a letter was lost in a broken encoding",
}


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    if text.isprintable() and "\ufffd" not in text:
        return
    for match in islice(_BAD.finditer(text), _MOST):
        character = match[0]
        if character in pair.source.text:
            continue
        start, stop = match.span()
        if character == "\ufffd":
            yield Hit(_MESSAGES[character], start, stop, hint="type the letter that belongs there")
            continue
        message = f"the control character U+{ord(character):04X} stands in the translation"
        yield Hit(message, start, stop, fix=" " if character in _BLANK else "")


RULE = EntryRule(
    "control-character",
    Severity.ERROR,
    "A translation holds no control characters and no marks of a broken encoding",
    "delete it and type again what should stand there",
    find=_find,
)
