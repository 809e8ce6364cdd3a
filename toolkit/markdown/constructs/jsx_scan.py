"""Where a JSX tag or an expression in braces ends, and which of its attributes hold text."""

from __future__ import annotations

import re

from toolkit.markdown.constructs.copied import Text
from toolkit.model.segment import Encoding

_TAG = re.compile(r"<(/?)[ \t]*((?:[A-Za-z_$][\w$.:-]*)?)")
_ATTRIBUTE = re.compile(r"([A-Za-z_$][\w$:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(?=\{)))?")
_READ = {
    "title": "title",
    "text": "text",
    "label": "label",
    "alt": "alternative text",
    "aria-label": "label",
    "placeholder": "placeholder",
    "caption": "caption",
    "summary": "summary",
    "description": "description",
}
_MARKS = re.compile(r"/\*|[{}`\"']")
_INSIDE = {
    '"': re.compile(r"(?:[^\"\\\n]|\\.)*", re.DOTALL),
    "'": re.compile(r"(?:[^'\\\n]|\\.)*", re.DOTALL),
}


def string_end(source: str, start: int, limit: int, unclosed: dict[str, int]) -> int:
    """Return where the string behind a quote ends; where it does not, ``start``.

    ``unclosed`` remembers up to where a quote closes nothing: no quote before that does, and none is looked
    for twice.
    """
    quote = source[start - 1]
    if start <= unclosed.get(quote, -1):
        return start
    inside = _INSIDE[quote].match(source, start, limit)
    stop = inside.end() if inside else start
    if stop < limit and source[stop] == quote:
        return stop + 1
    unclosed[quote] = stop
    return start


def braces_end(source: str, start: int, limit: int) -> int:
    """Return where the expression that opens at ``start`` ends; -1 where it does not."""
    depth, position, comments = 0, start, True
    unclosed: dict[str, int] = {}
    while found := _MARKS.search(source, position, limit):
        position = found.end()
        mark = found[0]
        if mark in _INSIDE:
            position = string_end(source, position, limit, unclosed)
        elif mark == "/*":
            # What never ends is no comment, and is looked for once: work must not grow with its square.
            end = source.find("*/", position, limit) if comments else -1
            comments = end >= 0
            position = end + 2 if comments else position
        elif mark == "`":
            position = source.find("`", position, limit) + 1
            if not position:
                return -1
        elif mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if not depth:
                return position
    return -1


def tag_end(source: str, start: int, limit: int) -> tuple[int, str, bool, list[Text]]:
    """Return where a tag ends (-1 where it does not), its name, whether it opens, and its texts."""
    tag = _TAG.match(source, start, limit)
    texts: list[Text] = []
    if not tag:
        return -1, "", False, texts
    name, position = tag[2], tag.end()
    while position < limit:
        character = source[position]
        if character.isspace():
            position += 1
        elif character == ">":
            return position + 1, name, not tag[1], texts
        elif source.startswith("/>", position):
            return position + 2, name, False, texts
        elif character == "{":
            position = braces_end(source, position, limit)
            if position < 0:
                break
        elif (found := _ATTRIBUTE.match(source, position, limit)) and name:
            position = found.end()
            group = 2 if found[2] is not None else 3
            if found[1] in _READ and found[group] and "\n" not in found[group]:
                texts.append(Text(*found.span(group), _READ[found[1]], Encoding.JSX))
        else:
            break
    return -1, name, False, texts
