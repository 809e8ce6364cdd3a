"""The blocks of MDX: imports and exports, JSX tags and expressions on lines of their own."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block

from toolkit.markdown.constructs.copied import (
    Text,
    add_rule,
    begins,
    in_one_piece,
    line_of,
    line_text,
    push_copied,
    reach,
)
from toolkit.markdown.constructs.jsx_scan import braces_end, string_end, tag_end
from toolkit.model.segment import Encoding

_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_VALUES = r"[^<>{}\"']|\"[^\"]*\"|'[^']*'"
JSX_PIECE: Final = rf"<[A-Za-z][\w.:-]*\s(?:{_VALUES})*(?:{_BRACES}(?:{_VALUES})*)+>|{_BRACES}"
"""A tag with an expression in it, or an expression, within a text."""

_MODULE = re.compile(
    r"import(?:\s*[{*'\"]|\s+[\w$]+(?:\s+from\b|\s*,))|export\s+(?:default|const|let|var|function|class|async|[{*])"
)
_CODE = frozenset({"style", "script", "svg", "pre", "textarea", "math", "CodeBlock"})
_COMMENT = re.compile(r"\{\s*/\*(.*?)\*/\s*\}", re.DOTALL)
_BRACKETS = re.compile(r"//[^\n]*|/\*|[{}()\[\]`\"']")


def mdx_blocks(parser: MarkdownIt) -> None:
    """Add MDX's blocks to a parser and take out what MDX does not have: other HTML, indented code."""
    parser.disable("code")
    parser.block.ruler.at("paragraph", _paragraph)
    rule = next(rule for rule in parser.block.ruler.__rules__ if rule.name == "html_block")
    parser.block.ruler.at("html_block", _comment_block, {"alt": list(rule.alt)})
    add_rule(parser, "jsx", _jsx)
    add_rule(parser, "esm", _module, interrupts=False)


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Take a paragraph as CommonMark does, but let tags and marks end it, however far they are indented."""
    rules = state.md.block.ruler.getRules("paragraph")
    parent, state.parentType = state.parentType, "paragraph"
    line, end_line = start_line + 1, state.lineMax
    while line < end_line and not state.isEmpty(line):
        if state.sCount[line] >= 0 and any(rule(state, line, end_line, True) for rule in rules):
            break
        line += 1
    state.line, state.parentType = line, parent
    state.push("paragraph_open", "p", 1).map = [start_line, line]
    token = state.push("inline", "", 0)
    token.content = state.getLines(start_line, line, state.blkIndent, False).strip(MD_TRIM_CHARS)
    token.map, token.children = [start_line, line], []
    state.push("paragraph_close", "p", -1)
    return True


def _comment_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if not state.src.startswith("<!--", begins(state, start_line)):
        return False
    return html_block(state, start_line, end_line, silent)


def _module(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = begins(state, start_line)
    if silent or state.level or state.tShift[start_line] or not _MODULE.match(state.src, start):
        return False
    line = start_line
    depth, position, comments = 0, start, True
    source, limit = state.src, reach(state, start_line, end_line)
    unclosed: dict[str, int] = {}
    while found := _BRACKETS.search(source, position, limit):
        if not depth and found.start() > state.eMarks[line]:
            line = _blank_after(state, line, line_of(state, found.start(), line))
            if state.eMarks[line] < found.start():
                break
        position = found.end()
        if found[0] in "\"'":
            position = string_end(source, position, limit, unclosed)
        elif found[0] == "/*":
            end = source.find("*/", position, limit) if comments else -1
            comments = end >= 0  # what never ends is no comment, and is looked for once
            position = end + 2 if comments else position
        elif found[0] == "`":
            position = source.find("`", position, limit) + 1
            if not position:
                break
        elif found[0] in "{([":
            depth += 1
        elif found[0] in "})]":
            depth -= 1
        line = line_of(state, min(position or limit, limit), line)
    else:
        if depth > 0:
            line = start_line
    while line + 1 < end_line and line_text(state, line + 1):
        line += 1
    push_copied(state, start_line, line + 1, "module")
    return True


def _blank_after(state: StateBlock, line: int, last: int) -> int:
    """Return the last line before the first blank one, up to ``last``."""
    while line < last and line_text(state, line + 1):
        line += 1
    return line


class _Tags(NamedTuple):
    """Tags and expressions that fill lines: where they end, and the texts in them."""

    end: int
    line: int
    texts: list[Text]


def _jsx(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    source, start = state.src, begins(state, start_line)
    if source[start : start + 1] not in ("<", "{") or source.startswith(("<!", "<?"), start):
        return False
    tags = _tags(state, start_line, end_line, state.eMarks[start_line])
    tags = tags or _tags(state, start_line, end_line, reach(state, start_line, end_line))
    if not tags or not in_one_piece(state, start_line, tags.line):
        return False
    if not silent:
        comment = _COMMENT.fullmatch(source[start : tags.end].rstrip())
        said = comment[1].strip() if comment else ""
        push_copied(state, start_line, tags.line + 1, "jsx", tags.texts, said)
    return True


def _tags(state: StateBlock, line: int, end_line: int, limit: int) -> _Tags | None:
    """Return the tags and expressions from a line on, if nothing else stands on their lines."""
    source, position = state.src, begins(state, line)
    texts: list[Text] = []
    while True:
        name, opens = "", False
        if source.startswith("{", position):
            end = braces_end(source, position, limit)
        else:
            end, name, opens, found = tag_end(source, position, limit)
            texts += found
        if end >= 0 and opens and name in _CODE:
            close = source.find(f"</{name}>", end, limit)
            end = close + len(name) + 3 if close >= 0 else -1
        if end < 0:
            return None
        line = line_of(state, end, line)
        rest = source[end : state.eMarks[line]]
        position = end + len(rest) - len(rest.lstrip(" \t"))
        if not rest.strip():
            return _Tags(position, line, texts)
        if source[position] not in "<{":
            stop = _content_end(state, end, line, end_line, name) if opens else None
            if stop is None:
                return None
            texts.append(Text(end, stop, "HTML text", Encoding.TITLE))
            return _Tags(stop, line_of(state, stop, line), texts)


def _content_end(state: StateBlock, start: int, line: int, end_line: int, name: str) -> int | None:
    """Return where the text after a tag ends, if the tag's end closes its last line and no line is blank."""
    closing = f"</{name}>"
    while name and line < end_line and line_text(state, line) and state.sCount[line] >= state.blkIndent:
        first = max(start, begins(state, line))
        stop = state.src.find(closing, first, state.eMarks[line])
        if state.src.find(f"<{name}", first, state.eMarks[line]) >= 0:
            break
        if stop >= 0:
            return None if state.src[stop + len(closing) : state.eMarks[line]].strip() else stop
        line += 1
    return None
