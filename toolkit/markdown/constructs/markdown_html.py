"""HTML as Python-Markdown and kramdown have it: it ends with its element, and some of it holds Markdown."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, begins, in_one_piece, line_of, line_text, reach
from toolkit.markdown.constructs.jsx_scan import tag_end

_OPENING = re.compile(r"<[A-Za-z][\w-]*[ \t\n]")
_MARKDOWN = re.compile(r"\smarkdown(?:\s*=\s*(?:\"(?:1|block)\"|'(?:1|block)'|1|block))?(?=[\s>])")
_BLOCK = (
    r"(?:article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|li|main|nav"
    r"|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)"
)
_CLOSING = re.compile(rf"</{_BLOCK}[ \t]*>", re.IGNORECASE)
_ELEMENT = re.compile(rf"<({_BLOCK})(?=[\s/>])", re.IGNORECASE)


def markdown_html(parser: MarkdownIt) -> None:
    """Add the rules for tags of elements that hold Markdown, and for elements that Markdown follows."""
    add_rule(parser, "html_element", _element)
    add_rule(parser, "markdown_html", _tag)


def _element(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Take elements up to a line that belongs to none; what a blank line ends is left to CommonMark."""
    if not state.src.startswith("<", begins(state, start_line)) or state.is_code_block(start_line):
        return False
    tags, depth = None, 0
    for line in range(start_line, end_line):
        text = line_text(state, line)
        if not text or state.sCount[line] < state.blkIndent:
            break
        if not depth:
            opening = _ELEMENT.match(text)
            if not opening:
                if tags is None or (text.startswith("<") and not _CLOSING.fullmatch(text)):
                    break
                if not silent:
                    _push_html(state, start_line, line)
                return True
            tags = _tags_of(opening[1].lower())
        depth += sum(-1 if found[1] else 1 for found in tags.finditer(text)) if tags else 0
        if depth < 0 or (not depth and not text.endswith(">")):
            break
    return False


@cache
def _tags_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}(?=[\s/>])", re.IGNORECASE)


def _push_html(state: StateBlock, line: int, stop: int) -> None:
    token = state.push("html_block", "", 0)
    token.map = [line, stop]
    token.content = state.getLines(line, stop, state.blkIndent, True)
    state.line = stop


def _tag(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = begins(state, start_line)
    if not state.src.startswith("<", start) or state.is_code_block(start_line):
        return False
    last = start_line
    if not _CLOSING.fullmatch(line_text(state, start_line)):
        if not _OPENING.match(state.src, start):
            return False
        end, _name, opens, _texts = tag_end(state.src, start, reach(state, start_line, end_line))
        if end < 0 or not opens or not _MARKDOWN.search(state.src, start, end):
            return False
        last = line_of(state, end, start_line)
        if state.src[end : state.eMarks[last]].strip() or not in_one_piece(state, start_line, last):
            return False
    if not silent:
        _push_html(state, start_line, last + 1)
    return True
