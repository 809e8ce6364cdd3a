"""A text as words, signs and spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Thai, Lao, Burmese and Khmer vowels and tones that stand on a letter.
_MARKS: Final = "".join(
    chr(code)
    for first, last in ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)).startswith("M")
)
_JOINED: Final = f"{_MARKS}\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
# Scripts written without spaces; all further marks of theirs are letters here, and lose nothing by it.
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SIGNS: Final = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u055a-\u055f\u0589\u05be\u060c"
    "\u061b\u061f\u06d4\u0964\u0965\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u3001-\u3004\u3008-\u3020"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_LETTER: Final = rf"[^\s{_SIGNS}{_UNSPACED}]"
_TOKEN: Final = re.compile(
    rf"\n|[^\S\n]+|[{_KATAKANA}]+[{_JOINED}]*|[{_UNSPACED}][{_JOINED}]*"
    rf"|{_LETTER}+(?:['\u2019]{_LETTER}+|(?<=\d)[.,](?=\d){_LETTER}+)*|[{_SIGNS}][{_JOINED}]*"
)


def word_tokens(text: str) -> list[str]:
    """Return the tokens of a text, which joined are the text.

    A word keeps its apostrophes, a number its separators; every sign and every line break stands alone,
    other white space in runs. Of scripts without spaces each letter is a token, a Katakana word is one.
    """
    return _TOKEN.findall(text)
