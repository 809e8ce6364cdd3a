"""Plain text as Markdown that shows exactly that text, with as few escapes as will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_DELIMITERS = re.compile(r"\*+|_+|~+")
# Without "%" and punycode: renderers show those decoded, and the visible text would not be the input.
_URL = re.compile(
    r"(?<![^\s(\[{\"'“‘«„（「])https?://(?=[a-z0-9])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{2,5})?"
    r"(?:[/?#][A-Za-z0-9\-._~/?#@!$&()*+,;=:']*)?(?![A-Za-z0-9%\\])"
)
_URL_TAIL = ".,;:!?'*_~&"
# What opens a block where a paragraph could begin: CommonMark 4 and 5, definition lists, footnotes.
_BLOCK_START = re.compile(
    r"#{1,6}(?=[ \t]|$)|[-+*:~](?=[ \t]|$)|>|~~~|\[.*\]:|([-_*])(?:[ \t]*\1){2,}[ \t]*$", re.ASCII
)
_NUMBER_START = re.compile(r"([0-9]{1,9})[.)](?=[ \t]|$)")
_TASK_BOX = re.compile(r"\[[ xX]\](?:\s|$)")
_CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|^)#+$")


def paragraph(text: str) -> str:
    """Return Markdown for one line of plain text that is to be a paragraph."""
    written = _inline(text)
    if written[:1] == "\\" and text[:1] != "\\":
        return written
    if _BLOCK_START.match(text):
        return "\\" + written
    if number := _NUMBER_START.match(text):
        cut = number.end(1)
        return written[:cut] + "\\" + written[cut:]
    return written


def item(text: str) -> str:
    """Return Markdown for the text of a list item, without its marker."""
    written = paragraph(text)
    return "\\" + written if _TASK_BOX.match(text) and written[0] == "[" else written


def heading(text: str) -> str:
    """Return Markdown for the text of an ATX heading, without its opening number signs."""
    written = _inline(text)
    return _CLOSING_HASHES.sub(lambda match: "\\" + match[0], written)


def cell(text: str) -> str:
    """Return Markdown for a cell of a table whose rows begin and end with a pipe."""
    return _inline(text, escaped="|")


def _inline(text: str, escaped: str = "") -> str:
    pieces = []
    at = 0
    for start, stop in _urls(text):
        pieces += [_characters(text, at, start, escaped), f"<{text[start:stop]}>"]
        at = stop
    pieces.append(_characters(text, at, len(text), escaped))
    return "".join(pieces)


def _urls(text: str) -> Iterator[tuple[int, int]]:
    for match in _URL.finditer(text):
        url = match[0]
        while url[-1] in _URL_TAIL or (url[-1] == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        if "xn--" not in url:
            yield match.start(), match.start() + len(url)


def _characters(text: str, start: int, stop: int, escaped: str) -> str:
    pairs = _pairing(text)
    written = []
    for index in range(start, stop):
        character = text[index]
        if character in escaped or (character in "\\`*_~[<&{" and _is_markup(text, index, pairs)):
            written.append("\\")
        written.append(character)
    return "".join(written)


def _is_markup(text: str, index: int, pairs: frozenset[int]) -> bool:
    following = text[index + 1 : index + 2]
    match text[index]:
        case "\\":
            return following in _ASCII_PUNCTUATION
        case "`":
            return text.count("`") > 1
        case "[":
            return "](" in text or text[index - 1 : index] == "^"
        case "<":
            return bool(following) and (following in "/!?" or (following.isascii() and following.isalpha()))
        case "&":
            return _ENTITY.match(text, index) is not None
        case "{":
            # `{#id}`, `{.class}` and `{:` are attributes to many renderers.
            return bool(following) and following in "#.:"
    return index in pairs


def _pairing(text: str) -> frozenset[int]:
    """Return the places of emphasis and strikethrough marks that could find a partner.

    A run between spaces neither opens nor closes, an underscore within a word neither, and one run alone
    has no partner (CommonMark 6.2): all these are shown as they are.
    """
    runs: dict[str, list[range]] = {"*": [], "_": [], "~": []}
    for match in _DELIMITERS.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        between_spaces = (not before or before.isspace()) and (not after or after.isspace())
        within_word = match[0][0] == "_" and before.isalnum() and after.isalnum()
        if not between_spaces and not within_word:
            runs[match[0][0]].append(range(match.start(), match.end()))
    return frozenset(place for same in runs.values() if len(same) > 1 for run in same for place in run)
