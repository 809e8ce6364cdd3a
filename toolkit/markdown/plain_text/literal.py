"""Plain text as Markdown that shows exactly that text, with as few escapes as will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import punctuation

_ASCII_PUNCTUATION = frozenset(punctuation)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_INLINE = re.compile(r"[\\`\[<&{]")
_DELIMITERS = re.compile(r"\*+|_+|~+")
# Without "%" and punycode: renderers show those decoded, and the visible text would not be the input.
_URL = re.compile(
    r"(?<![^\s(\[{\"'“‘«„（「])https?://(?=[a-z0-9])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{2,5})?"
    r"(?:[/?#][A-Za-z0-9\-._~/?#@!$&()*+,;=:']*)?"
)
_URL_GOES_ON = re.compile(r"[A-Za-z0-9%\\]")
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
    marks = _marks(text)
    written = []
    at = 0
    for start, stop in _urls(text):
        written += [_escape(text, at, start, marks, escaped), f"<{text[start:stop]}>"]
        at = stop
    written.append(_escape(text, at, len(text), marks, escaped))
    return "".join(written)


def _urls(text: str) -> Iterator[tuple[int, int]]:
    for match in _URL.finditer(text):
        if _URL_GOES_ON.match(text, match.end()):
            continue
        url = match[0].rstrip(_URL_TAIL)
        surplus = url.count(")") - url.count("(")
        while url[-1] in _URL_TAIL or (url[-1] == ")" and surplus > 0):
            surplus -= url[-1] == ")"
            url = url[:-1]
        if "xn--" not in url:
            yield match.start(), match.start() + len(url)


def _escape(text: str, start: int, stop: int, marks: frozenset[int], escaped: str) -> str:
    return "".join(
        "\\" + text[index] if index in marks or text[index] in escaped else text[index]
        for index in range(start, stop)
    )


def _marks(text: str) -> frozenset[int]:
    """Return the places of the characters that Markdown would read as inline markup."""
    linking, coding = "](" in text, text.count("`") > 1
    found = set(_pairing(text))
    for match in _INLINE.finditer(text):
        index = match.start()
        following = text[index + 1 : index + 2]
        match match[0]:
            case "\\":
                special = following in _ASCII_PUNCTUATION
            case "`":
                special = coding
            case "[":
                special = linking or text[max(index - 1, 0) : index] == "^"
            case "<":
                special = following != "" and (
                    following in "/!?" or (following.isascii() and following.isalpha())
                )
            case "&":
                special = _ENTITY.match(text, index) is not None
            case _:
                # `{#id}`, `{.class}` and `{:` are attributes to many renderers.
                special = following != "" and following in "#.:"
        if special:
            found.add(index)
    return frozenset(found)


def _pairing(text: str) -> Iterator[int]:
    """Yield the places of emphasis and strikethrough marks that could find a partner.

    A run between spaces neither opens nor closes, an underscore within a word neither, and one run alone
    has no partner (CommonMark 6.2): all these are shown as they are.
    """
    runs: dict[str, list[range]] = {"*": [], "_": [], "~": []}
    for match in _DELIMITERS.finditer(text):
        start, stop = match.span()
        before, after = text[max(start - 1, 0) : start], text[stop : stop + 1]
        between_spaces = (not before or before.isspace()) and (not after or after.isspace())
        within_word = match[0][0] == "_" and before.isalnum() and after.isalnum()
        if not between_spaces and not within_word:
            runs[match[0][0]].append(range(start, stop))
    for same in runs.values():
        if len(same) > 1:
            for run in same:
                yield from run
