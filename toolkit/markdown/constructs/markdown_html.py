"""Elements of HTML that hold Markdown, ``<div markdown>``: their tags are lines of HTML, no more."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import add_rule, begins, in_one_piece, line_of, line_text, reach
from toolkit.markdown.constructs.jsx_scan import tag_end

_OPENING = re.compile(r"<[A-Za-z][\w-]*[ \t\n]")
_MARKDOWN = re.compile(r"\smarkdown(?:\s*=\s*(?:\"(?:1|block)\"|'(?:1|block)'|1|block))?(?=[\s>])")
_CLOSING = re.compile(
    r"</(?:article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|li|main|nav"
    r"|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)[ \t]*>",
    re.IGNORECASE,
)


def markdown_html(parser: MarkdownIt) -> None:
    """Add the rule for opening tags that say ``markdown``, and for closing tags on lines of their own."""
    add_rule(parser, "markdown_html", _tag)


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
        token = state.push("html_block", "", 0)
        token.map = [start_line, last + 1]
        token.content = state.getLines(start_line, last + 1, state.blkIndent, True)
        state.line = last + 1
    return True
