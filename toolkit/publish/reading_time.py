"""How long a page takes to read, from its text and its script."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_SILENT = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""The letters of scripts that do not part words by spaces."""

WORDS_A_MINUTE: Final = {"Latn": 200, "Cyrl": 184, "Arab": 138, "Hebr": 187}
"""Words of continuous text read silently in a minute, by script.

Means of the languages in Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance:
The New International Reading Speed Texts IReST" (2012).
"""

OTHER_WORDS_A_MINUTE: Final = 180
"""For scripts that the study does not have: an estimate, near its mean."""

LETTERS_A_MINUTE: Final = {"Hans": 255, "Hant": 255, "Jpan": 357}
"""Characters read in a minute where words have no spaces between them; the same study."""

OTHER_LETTERS_A_MINUTE: Final = 600
"""For Thai, Lao, Khmer and Myanmar: an estimate, at three or four letters a word."""


def reading_minutes(html: str, script: str) -> int:
    """Return how many minutes it takes to read HTML in a script (ISO 15924): whole ones, at least one."""
    text = unescape(_TAG.sub(" ", _SILENT.sub(" ", html)))
    rest, letters = _UNSPACED.subn(" ", text)
    words = sum(1 for word in rest.split() if any(map(str.isalnum, word)))
    minutes = words / WORDS_A_MINUTE.get(script, OTHER_WORDS_A_MINUTE)
    minutes += letters / LETTERS_A_MINUTE.get(script, OTHER_LETTERS_A_MINUTE)
    return max(1, round(minutes))
