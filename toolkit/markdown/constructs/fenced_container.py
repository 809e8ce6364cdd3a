"""Containers between fences of their own: ``:::note Title``, ``::: tip``, ``/// warning | Title``."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.container import push_container
from toolkit.markdown.constructs.copied import Text, add_rule, begins, trimmed
from toolkit.model.segment import Encoding, Span

_COLONS = re.compile(r"(:{3,})[ \t]*(?:([A-Za-z][\w-]*)|(?=\{[^{}\n]*[.#=]))")
_SLASHES = re.compile(r"(/{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?=\||$)", re.MULTILINE)
_UNTITLED = ("html", "caption", "figure-caption", "table-caption")  # what they are given is no text
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_OPTION = re.compile(r"[A-Za-z_-]+:(?:[ \t].*)?$")


def colon_containers(parser: MarkdownIt) -> None:
    """Add ``:::name``, with a title in brackets or behind the name, and attributes in braces."""
    add_rule(parser, "colon_container", _colons)


def slash_containers(parser: MarkdownIt) -> None:
    """Add the blocks of PyMdown extensions: ``/// name | title``, options indented under it."""
    add_rule(parser, "slash_container", _slashes)


def _colons(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start, stop = begins(state, start_line), state.eMarks[start_line]
    if not state.src.startswith(":::", start) or state.is_code_block(start_line):
        return False
    opening = _COLONS.match(state.src, start, stop)
    if not opening:
        return False
    if not silent:
        title = colon_title(state.src, opening.end(), stop)
        end, after = closing_line(state, start_line, end_line, opening[1])
        text = Text(*title, "admonition title", Encoding.TITLE) if title[0] < title[1] else None
        push_container(state, (start_line, start_line + 1, end), opening[2] or "", opening[1], text)
        state.line = after
    return True


def _slashes(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start, stop = begins(state, start_line), state.eMarks[start_line]
    if not state.src.startswith("///", start) or state.is_code_block(start_line):
        return False
    opening = _SLASHES.match(state.src, start, stop)
    if not opening:
        return False
    if not silent:
        bar = state.src.find("|", opening.end(), stop)
        titled = bar >= 0 and opening[2] not in _UNTITLED
        title = trimmed(state.src, bar + 1, stop) if titled else (stop, stop)
        text = Text(*title, "admonition title", Encoding.TITLE) if title[0] < title[1] else None
        end, after = closing_line(state, start_line, end_line, opening[1], as_long=True)
        begin = start_line + 1
        while begin < end and state.sCount[begin] - state.blkIndent >= 4 and _is_option(state, begin):
            begin += 1
        push_container(state, (start_line, begin, end), opening[2], opening[1], text)
        state.line = after
    return True


def _is_option(state: StateBlock, line: int) -> bool:
    return _OPTION.match(state.src, begins(state, line), state.eMarks[line]) is not None


def colon_title(source: str, start: int, stop: int) -> Span:
    """Return the range of the title between a container's name and the end of its line."""
    if source.startswith("[", start):
        depth, position = 0, start
        while position < stop:
            character = source[position]
            if character == "\\":
                position += 1
            elif character in "[]":
                depth += 1 if character == "[" else -1
                if not depth:
                    return trimmed(source, start + 1, position)
            position += 1
    for attributes in _ATTRIBUTES.finditer(source, start, stop):
        if not source[attributes.end() : stop].strip():
            stop = attributes.start()
        elif not source[start : attributes.start()].strip():
            start = attributes.end()
    return trimmed(source, start, stop)


def closing_line(
    state: StateBlock, line: int, end_line: int, fence: str, as_long: bool = False
) -> tuple[int, int]:
    """Return the line of the closing fence and the line after it.

    It is at least as long as the opening one; ``as_long``: just so long.
    """
    number = line + 1
    while number < end_line:
        start, stop = begins(state, number), state.eMarks[number]
        if start < stop:
            if state.sCount[number] < state.blkIndent:
                break
            if state.src.startswith(fence, start) and not state.is_code_block(number):
                rest = state.src[start:stop].rstrip(" \t")
                if rest == fence or (not as_long and rest == fence[0] * len(rest)):
                    return number, number + 1
        number += 1
    return number, number
