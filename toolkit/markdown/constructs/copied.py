"""Tokens for what is copied, and for the texts that stand within it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from toolkit.markdown.parser import REGIONS
from toolkit.model.segment import Encoding, Span

BlockRule = Callable[[StateBlock, int, int, bool], bool]

COPIED: Final = "copied"
"""Type of a token whose content is copied; its ``info`` says what it is."""

COMMENT: Final = "toolkit:comment"
"""``Token.meta`` key of such a token that is a comment: what it says, as a comment of HTML."""

_FARTHEST: Final = 200  # lines that one tag may go over


class Text(NamedTuple):
    """A text that people read, within lines that are copied: where it stands, its kind and encoding."""

    start: int
    stop: int
    kind: str
    encoding: Encoding


def add_rule(parser: MarkdownIt, name: str, rule: BlockRule, interrupts: bool = True) -> None:
    """Make a parser try a block rule before all others; ``interrupts``: it may end a paragraph."""
    first = parser.block.ruler.__rules__[0].name
    alt = ["paragraph", "reference", "blockquote", "list"] if interrupts else []
    parser.block.ruler.before(first, name, rule, {"alt": alt})


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without the marks of what it stands in, its indent, and spaces at its end."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t")


def begins(state: StateBlock, line: int) -> int:
    """Return the offset of a line's first character."""
    return state.bMarks[line] + state.tShift[line]


def reach(state: StateBlock, line: int, end_line: int) -> int:
    """Return how far a tag that begins on a line may go at most."""
    return state.eMarks[min(end_line, line + _FARTHEST) - 1]


def in_one_piece(state: StateBlock, line: int, last: int) -> bool:
    """Tell whether lines hold nothing of the blocks around them: no mark of a quote, no lesser indent."""
    for number in range(line + 1, last + 1):
        first = begins(state, number)
        start = state.src.rfind("\n", 0, state.bMarks[number]) + 1
        if state.src[start:first].strip():
            return False
        if state.sCount[number] < state.blkIndent and first < state.eMarks[number]:
            return False
    return True


def line_of(state: StateBlock, offset: int, line: int) -> int:
    """Return the line, from ``line`` on, that an offset stands on or ends."""
    while state.eMarks[line] < offset:
        line += 1
    return line


def push_copied(
    state: StateBlock, line: int, stop: int, info: str, texts: Sequence[Text] = (), comment: str = ""
) -> None:
    """Add tokens for the lines up to ``stop``: all of it copied, but for the texts in it.

    ``comment`` is what the lines say where they are a comment: a directive perhaps.
    """
    texts = [text for text in texts if state.src[text.start : text.stop].strip(MD_TRIM_CHARS)]
    if texts:
        state.push("copied_lines_open", "", 1).map = [line, stop]
    position = begins(state, line)
    number = line
    for text in texts:
        start, end = trimmed(state.src, text.start, text.stop)
        number = line_of(state, start, number)
        _piece(state, position, start, line, number + 1, info)
        push_text(state, number, text)
        position = end
        number = line_of(state, position, number)
    token = _piece(state, position, state.eMarks[stop - 1], number, stop, info)
    if comment:
        token.meta[COMMENT] = f"<!-- {comment} -->"
    if texts:
        state.push("copied_lines_close", "", -1)
    state.line = stop


def _piece(state: StateBlock, start: int, end: int, line: int, stop: int, info: str) -> Token:
    token = state.push(COPIED, "", 0)
    token.content = state.src[start:end]
    token.info = info
    token.map = [line, stop]
    return token


def push_text(state: StateBlock, line: int, text: Text) -> None:
    """Add the tokens of a text that begins on a line, after something else: an inline run of its own."""
    start, stop = trimmed(state.src, text.start, text.stop)
    last = line_of(state, stop, line)
    regions = [(max(start, begins(state, n)), min(stop, state.eMarks[n])) for n in range(line, last + 1)]
    token = state.push("line_text_open", "p", 1)
    token.info, token.markup = text.kind, text.encoding.value
    token.map = [line, last + 1]
    token = state.push("inline", "", 0)
    token.content = "\n".join(state.src[a:b] for a, b in regions)
    token.map = [line, last + 1]
    token.children = []
    token.meta[REGIONS] = tuple(regions)
    state.push("line_text_close", "p", -1)


def trimmed(text: str, start: int, stop: int) -> Span:
    """Return a range without the white space at its ends, as the parser trims it."""
    content = text[start:stop]
    left = len(content) - len(content.lstrip(MD_TRIM_CHARS))
    right = len(content.rstrip(MD_TRIM_CHARS))
    return (start + left, start + right) if left < right else (start, start)


def line_rule(pattern: str, info: str) -> BlockRule:
    """Return a rule for single lines that match a pattern as a whole: they are copied."""
    whole = re.compile(pattern)

    def rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if state.is_code_block(start_line) or not whole.fullmatch(line_text(state, start_line)):
            return False
        if not silent:
            push_copied(state, start_line, start_line + 1, info)
        return True

    return rule
