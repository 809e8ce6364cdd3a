"""Pasted plain text as clean lines, with the list markers read off."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A word processor's line, page and paragraph breaks (VT, FF, NEL, U+2028, U+2029) break lines here, but
# do not count: a line number means the same as everywhere in the toolkit and in editors.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_COUNTED = frozenset({"\r\n", "\n", "\r"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Soft hyphens and byte order marks say nothing; a zero-width space does so only between letters of scripts
# that write no spaces between words (Thai, Lao, Myanmar, Khmer).
_INVISIBLE = re.compile(r"[\u00ad\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")

SURE_BULLETS = "•・‣◦▪●○\uf0b7"
_BULLET = re.compile(rf"(?:([{SURE_BULLETS}·*–-])[ \t\xa0]+(?=\S)|([•・])(?=\w))(.+)")
_NUMBER = re.compile(r"(?:\((0|[1-9][0-9]{0,2})\)|(0|[1-9][0-9]{0,2})[.)])[ \t\xa0]+(?=\S)(.+)")
# Numberings that Markdown does not have: 01. a) (a) ① ١. １．
_OTHER_NUMBER = re.compile(
    r"\(?(?:0[0-9]{1,2}[.)]|[A-Za-z]\)|[①-⑳]|(?![0-9])\d{1,3}[.)．、）])(?=\s|[^\W\d])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    number: int
    """In the input, from 1."""
    indent: int
    """Columns of white space before it."""
    text: str
    """Without white space at its ends, and with single spaces within."""
    gap: bool
    """Whether a blank line, or nothing, stands before it."""
    marker: str = ""
    """The bullet, or ``1`` for any number; empty where the line is no list item."""
    value: int | None = None
    """The number of a numbered item."""
    body: str = ""
    """What follows the marker."""
    cells: tuple[str, ...] = ()
    """The texts between tabs, where the line has any."""

    @property
    def is_text(self) -> bool:
        """Whether it is neither an item nor made of signs only."""
        return not self.marker and not self.is_rule

    @property
    def is_rule(self) -> bool:
        """Whether it has neither letters nor digits: a separator, an underline, an ornament."""
        return not any(character.isalnum() for character in self.text)

    @property
    def is_row(self) -> bool:
        """Whether tabs stand between its words."""
        return sum(map(bool, self.cells)) > 1

    @property
    def other_number(self) -> bool:
        """Whether it begins with a number or letter that Markdown cannot count with."""
        return _OTHER_NUMBER.match(self.text) is not None

    @property
    def starts_block(self) -> bool:
        """Whether it cannot continue the line before it."""
        return self.gap or not self.is_text or self.is_row or self.other_number

    @property
    def width(self) -> int:
        """Columns that the line takes, indent included."""
        return self.indent + columns(self.text)


def columns(text: str) -> int:
    """Return the columns of a text in a terminal: two for wide letters, none for combining ones."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.category(character) in {"Mn", "Me", "Cf"} for character in text)


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a pasted text that are not blank."""
    lines: list[Line] = []
    number, at, gap = 1, 0, True
    while at <= len(text):
        end = _BREAK.search(text, at)
        raw = text[at : end.start() if end else len(text)]
        line = _read(_INVISIBLE.sub("", _CONTROL.sub("", raw)), number, gap)
        if line is None:
            gap = True
        elif lines and line.is_text and not line.gap and lines[-1].text in SURE_BULLETS:
            # Copied from a PDF, a bullet often stands on a line of its own.
            bullet = lines.pop()
            body = f"{bullet.text} {line.text}"
            lines.append(Line(bullet.number, bullet.indent, body, bullet.gap, bullet.text, None, line.text))
        else:
            lines.append(line)
            gap = False
        if end is None:
            break
        number += end[0] in _COUNTED
        at = end.end()
    return tuple(lines)


def _read(raw: str, number: int, gap: bool) -> Line | None:
    stripped = raw.strip()
    if not stripped:
        return None
    indent = columns(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    text = _tidy(stripped)
    plain = Line(number, indent, text, gap)
    if not plain.is_rule:
        if found := _BULLET.fullmatch(stripped):
            return Line(number, indent, text, gap, found[1] or found[2], None, _tidy(found[3]))
        if found := _NUMBER.fullmatch(stripped):
            return Line(number, indent, text, gap, "1", int(found[1] or found[2]), _tidy(found[3]))
    if "\t" in raw.lstrip():
        cells = tuple(_tidy(cell) for cell in raw.strip(" \xa0").split("\t"))
        return Line(number, indent, text, gap, cells=cells)
    return plain


def _tidy(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text).strip()
