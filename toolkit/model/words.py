"""How many words a translator will count in a text."""

from __future__ import annotations

import re
from functools import lru_cache

# Scripts written without spaces between words are counted by character, as agencies do.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+(?:['’.,-](?:(?![{_UNSPACED}])[^\W_])+)*")


@lru_cache(maxsize=1 << 16)  # every locale asks for the words of the same source texts
def word_count(text: str) -> int:
    """Return the words of a text: runs of letters and digits, characters in unspaced scripts."""
    return len(_WORD.findall(text))
