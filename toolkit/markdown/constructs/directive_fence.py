"""MyST's directives between fences: their options are copied, their contents are Markdown or code."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.container import push_container
from toolkit.markdown.constructs.copied import (
    Text,
    add_rule,
    begins,
    line_text,
    push_copied,
    trimmed,
)
from toolkit.markdown.constructs.fenced_container import closing_line
from toolkit.model.segment import Encoding

_OPENING = re.compile(r"(`{3,}|~{3,}|:{3,})[ \t]*\{([\w.:+-]+)\}")
_ADMONITIONS = (
    *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "seealso"),
    *("tip", "todo", "warning"),
)
_TITLED = frozenset(
    (
        *_ADMONITIONS,
        *("card", "deprecated", "dropdown", "exercise", "grid", "grid-item-card", "list-table", "proof"),
        *("rubric", "sidebar", "solution", "tab-item", "tab-set", "table", "theorem", "topic"),
        *("versionadded", "versionchanged"),
    )
)
_MARKDOWN = _TITLED | frozenset(
    (
        *("abstract", "aside", "compound", "container", "details", "div", "epigraph", "figure", "figure-md"),
        *("grid-item", "highlights", "margin", "only", "parsed-admonition", "pull-quote", "subfigure"),
    )
)
CODE_LANGUAGE: Final = "toolkit:language"
"""``Token.meta`` key of the code in a directive that is for code: the language that it names."""

_CODE = frozenset(("code", "code-block", "code-cell", "sourcecode"))
_OPTION = re.compile(r":([\w-]+):(?:[ \t]+(.*))?$")
_READ = {"caption": "caption", "alt": "alternative text", "title": "title"}


def directive_fences(parser: MarkdownIt) -> None:
    """Add the fences whose information begins with ``{name}``."""
    add_rule(parser, "directive_fence", _directive)


def _directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start, stop = begins(state, start_line), state.eMarks[start_line]
    opening = _OPENING.match(state.src, start, stop)
    if not opening or state.is_code_block(start_line):
        return False
    if opening[1][0] == "`" and "`" in state.src[opening.end() : stop]:
        return False
    if silent:
        return True
    name = opening[2]
    end, after = closing_line(state, start_line, end_line, opening[1])
    title = None
    if name in _TITLED:
        span = trimmed(state.src, opening.end(), stop)
        title = Text(*span, "directive title", Encoding.TITLE) if span[0] < span[1] else None
    first = start_line + 1
    options = _options_end(state, first, end)
    if name in _MARKDOWN:
        push_container(
            *(state, (start_line, options, end), name, opening[1], title),
            lambda: _push_options(state, first, options),
        )
    else:
        push_copied(state, start_line, first, "directive", [title] if title else [])
        _push_options(state, first, options)
        if options < end:
            code = state.push("fence", "code", 0)
            code.content = state.getLines(options, end, state.blkIndent, True)
            code.info, code.markup, code.map = name, opening[1], [options, end]
            if name in _CODE:
                code.meta[CODE_LANGUAGE] = state.src[opening.end() : stop].strip().lower()
    state.line = after
    return True


def _options_end(state: StateBlock, line: int, end: int) -> int:
    """Return the line after a directive's options: lines ``:key: value``, or YAML between dashes."""
    if line < end and line_text(state, line) == "---":
        closing = next((n for n in range(line + 1, end) if line_text(state, n) == "---"), None)
        return line if closing is None else closing + 1
    while line < end and _OPTION.match(line_text(state, line)):
        line += 1
    return line


def _push_options(state: StateBlock, line: int, stop: int) -> None:
    if line == stop:
        return
    texts = []
    for number in range(line, stop):
        option = _OPTION.match(state.src, begins(state, number), state.eMarks[number])
        if option and option[1] in _READ and option[2] and option[2].strip():
            texts.append(Text(*trimmed(state.src, *option.span(2)), _READ[option[1]], Encoding.OPTION))
    push_copied(state, line, stop, "options", texts)
