"""Lines that hold nothing but tags of a template language: Hugo's shortcodes, Jinja, Liquid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from toolkit.markdown.constructs.copied import (
    Text,
    add_rule,
    begins,
    in_one_piece,
    line_of,
    push_copied,
    reach,
)
from toolkit.model.segment import Encoding

TEMPLATE_TARGET: Final = r"(?<=\])\([^\s(){}]*\{[{%](?:(?![}%]\}|\]\().)*[}%]\}[^()\n]*\)"
"""The target of a link that a template gives, white space and all."""

RAW_CODE: Final = (
    r"\{%-?\s*raw\s*-?%\}\s*(?P<raw>`+)(?!`)(?P<code>(?:(?!(?P=raw)|\{%-?\s*raw\b).)+)(?P=raw)(?!`)"
    r"\s*\{%-?\s*endraw\s*-?%\}"
)
"""Code in which Liquid and Jinja run no tags: its braces pair with none outside."""

_READ = r"\b(title|subtitle|caption|alt|summary|label)[ \t]*=[ \t]*"
_ESCAPED = re.compile(_READ + r"\"((?:[^\"\\\n]|\\[^\n])*)\"")
_UNESCAPED = re.compile(_READ + r"(?:\"([^\"\n]*)\"|'([^'\n]*)')")
_KINDS = {"alt": "alternative text", "title": "title", "subtitle": "title", "label": "label"}
# What stands between quotes does not end a shortcode; a string that does not end is none.
_STRINGS = r"(?:\"(?:(?!\{\{[<%])[^\"\\\n]|\\[^\n])*\"|`(?:(?!\{\{[<%])[^`])*`|(?!\{\{[<%])[^\"`])*?"
SHORTCODES: Final = (
    rf"\{{\{{<{_STRINGS}>\}}\}}",
    rf"\{{\{{%{_STRINGS}%\}}\}}",
    r"\{\{<(?:(?!\{\{<).)*?>\}\}",
    r"\{\{%(?:(?!\{\{%).)*?%\}\}",
)
"""Hugo's shortcodes, as patterns; the later ones for such as hold half a string."""
_SHORTCODE = re.compile("|".join(SHORTCODES[:2]), re.DOTALL)
_COMMENT = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
_FARTHEST = 2000  # lines that a pair of tags may hold code on


@dataclass(frozen=True, slots=True)
class TemplateTags:
    """The tags of a template language that act as blocks."""

    tags: Mapping[str, str]
    """Closing delimiter by opening one, the longer ones first."""
    code: tuple[str, ...]
    """Names of tags that hold something else than Markdown, up to their end tag."""
    escapes: bool
    """Whether a backslash escapes a quote in an argument."""


HUGO = TemplateTags(
    {"{{<": ">}}", "{{%": "%}}"},
    ("highlight", "mermaid", "math", "katex", "chem", "code", "code-toggle", "comment"),
    escapes=True,
)
LIQUID = TemplateTags({"{%": "%}"}, ("highlight", "comment", "mermaid"), escapes=False)
JINJA = TemplateTags({"{%": "%}", "{#": "#}"}, ("comment",), escapes=False)


def hugo_lines(parser: MarkdownIt) -> None:
    """Add the rule for lines of Hugo's shortcodes."""
    _add(parser, HUGO)


def liquid_lines(parser: MarkdownIt) -> None:
    """Add the rule for lines of Liquid's tags."""
    _add(parser, LIQUID)


def jinja_lines(parser: MarkdownIt) -> None:
    """Add the rule for lines of Jinja's tags and comments."""
    _add(parser, JINJA)


def _add(parser: MarkdownIt, language: TemplateTags) -> None:
    def rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        return _lines(state, start_line, end_line, silent, language)

    add_rule(parser, "template_lines", rule)


def _lines(state: StateBlock, start_line: int, end_line: int, silent: bool, language: TemplateTags) -> bool:
    source, start = state.src, begins(state, start_line)
    if not source.startswith("{", start) or state.is_code_block(start_line):
        return False
    tags = _tags(state, start_line, state.eMarks[start_line], language)
    tags = tags or _tags(state, start_line, reach(state, start_line, end_line), language)
    if not tags or not in_one_piece(state, start_line, tags[2]):
        return False
    last, position, line = tags
    if silent:
        return True
    texts = []
    for found in (_ESCAPED if language.escapes else _UNESCAPED).finditer(source, start, position):
        group = 2 if found[2] is not None else 3
        encoding = Encoding.SHORTCODE if language.escapes else Encoding.QUOTED
        texts.append(Text(*found.span(group), _KINDS.get(found[1], found[1]), encoding))
    stop = _end_of_code(state, source[last:position], line + 1, end_line, language)
    comment = _COMMENT.fullmatch(source[start:position].rstrip())
    push_copied(state, start_line, stop, "template", texts, comment[1] if comment else "")
    return True


def _tags(state: StateBlock, line: int, limit: int, language: TemplateTags) -> tuple[int, int, int] | None:
    """Return where the last of the tags from a line on begins and ends, and the line of its end.

    ``None`` where something else stands on their lines.
    """
    source, position = state.src, begins(state, line)
    while True:
        opener = next((o for o in language.tags if source.startswith(o, position)), None)
        if opener is None:
            return None
        whole = _SHORTCODE.match(source, position, limit) if language.escapes else None
        closing = language.tags[opener]
        end = whole.end() if whole else source.find(closing, position + len(opener), limit) + len(closing)
        if end < len(closing):
            return None
        last, position = position, end
        line = line_of(state, position, line)
        rest = source[position : state.eMarks[line]]
        position += len(rest) - len(rest.lstrip(" \t"))
        if not rest.strip():
            return last, position, line


def _end_of_code(state: StateBlock, tag: str, line: int, end_line: int, language: TemplateTags) -> int:
    """Return the line after the end tag of a tag that holds code, else ``line``."""
    named = re.match(r"\{[{%][<%]?-?\s*([\w-]+)", tag)
    if not named or named[1] not in language.code or re.search(r"/\s*[>%]\}", tag):
        return line
    closing = re.compile(r"\{[{%][<%]?-?\s*(?:/|end)\s*" + re.escape(named[1]) + r"\b.*\}[ \t]*$")
    for number in range(line, min(end_line, line + _FARTHEST)):
        if closing.search(state.src[state.bMarks[number] : state.eMarks[number]]):
            return number + 1
    return line
