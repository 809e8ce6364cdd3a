"""Keeping the beginning of a line from being read as the beginning of a block."""

from __future__ import annotations

import re

# What opens, closes or changes a block at the start of a line, in CommonMark 0.31, GFM and the
# footnote, definition list and task list extensions; group 1 stands before the backslash.
_OPENERS = re.compile(
    r"""
      ()(?:[-+*]|\#{1,6})(?=[ \t]|$)                    # bullet, ATX heading
    | (\d{1,9})[.)](?=[ \t]|$)                          # ordered item
    | ()>                                               # block quote
    | ()(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$   # thematic break
    | ()(?:=+|-+)[ \t]*$                                # setext underline
    | ()[-:|][-:|\ \t]*$                                # delimiter row of a table
    | ()~{3}                                            # fence
    | (\[(?![ \t]*\])(?:[^\[\]\\]|\\.)*\]):               # reference or footnote definition
    | ()\[[ xX]\](?=[ \t])                              # task box
    | ()\[![A-Za-z]+\][ \t]*$                           # alert
    | ()[:~][ \t]                                       # definition
    """,
    re.VERBOSE,
)
_BACKTICK_FENCE = re.compile(r"`{3,}(?!.*`)")
_HTML_BLOCK = re.compile(
    r"<(?:script|pre|style|textarea)(?:[\s>]|$)|<!--|<\?|<![A-Za-z]|<!\[CDATA\["
    r"|</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details"
    r"|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr"
    r"|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search"
    r"|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|/?>|$)",
    re.IGNORECASE,
)
_LONE_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)([ \t]+)(?![ \t])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*>[ \t]*)$")


def escape_line_start(line: str, escapable: str = "") -> str:
    """Return a line of inline Markdown, with a backslash where it would otherwise open a block.

    ``escapable`` are the characters that a backslash can escape, if not all: others are written as entities.

    A complete tag alone on its line opens an HTML block; one with attributes is broken after its name
    instead, which leaves it the same tag.  What cannot be escaped is returned as it is: the structure
    of the result is verified, and what changes it is withheld.
    """
    match = _OPENERS.match(line)
    if match:
        at = len(next(group for group in match.groups() if group is not None))
        return line[:at] + _escaped(line[at:], escapable)
    if line.startswith("`") and _BACKTICK_FENCE.match(line):
        return _escaped(line, escapable)
    if line.startswith("<"):
        if _HTML_BLOCK.match(line):
            return line
        if lone := _LONE_TAG.match(line):
            return f"<{lone[1]}\n{lone[3]}"
    return line


def escape_own_block(line: str, openers: re.Pattern[str], escapable: str = "") -> str:
    """Return a line with a backslash where it would open one of the blocks that only a dialect has."""
    return _mark(line[0], escapable) + line[1:] if openers.match(line) else line


def opening_mark(line: str) -> str:
    """Return the mark with which a line could open a block, or nothing where it begins as a text does."""
    match = _OPENERS.match(line)
    return match[0] if match else ""


def _escaped(text: str, escapable: str) -> str:
    """Return a text with its first mark escaped; of a run that could still pair with another, every one."""
    if text[0] not in "`~*_":
        return _mark(text[0], escapable) + text[1:]
    rest = text.lstrip(text[0])
    return _mark(text[0], escapable) * (len(text) - len(rest)) + rest


def _mark(character: str, escapable: str) -> str:
    if escapable and character not in escapable:
        return f"&#{ord(character)};"  # a backslash would be seen
    return "\\" + character
