"""YAML: its scalars by position, and a text written over one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from toolkit.markdown.front_matter.syntax import DEEPEST, Reading, Scalar, Syntax, Unreadable, around

_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*[ \t\r\n]+)+")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_STRING: Final = "tag:yaml.org,2002:str"
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is 15 times faster


def _read(source: str) -> Reading:
    scalars: list[Scalar] = []
    shape: list[str] = []
    seen: set[int] = set()
    stack: list[tuple[yaml.Node | None, int]] = [(_compose(source), 0)]
    while stack:
        node, depth = stack.pop()
        if node is None:
            shape.append("]")
        elif id(node) in seen:  # an alias: walking it again would let a small file explode
            shape.append("*")
        else:
            seen.add(id(node))
            if isinstance(node, yaml.ScalarNode):
                shape.append(".")
                scalars.append(_scalar(node, source))
                continue
            if depth > DEEPEST:
                raise Unreadable(f"values are nested more than {DEEPEST} deep", node.start_mark.index)
            shape.append(node.tag)
            stack.append((None, depth))
            if isinstance(node, yaml.SequenceNode):
                stack += [(item, depth + 1) for item in reversed(node.value)]
            else:
                stack += [(one, depth + 1) for pair in reversed(node.value) for one in reversed(pair)]
    return Reading(tuple(scalars), shape)


def _compose(source: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise Unreadable(problem, mark.index if mark else 0) from None
    except RecursionError:
        raise Unreadable(f"values are nested more than {DEEPEST} deep") from None
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable("it holds no keys")
    return node


def _scalar(node: yaml.ScalarNode, source: str) -> Scalar:
    start, stop = node.start_mark.index, node.end_mark.index
    if source[start : start + 1] in ("&", "!") and (properties := _PROPERTIES.match(source, start, stop)):
        start = properties.end()  # an anchor and a tag stay what they are
    if node.style in ("|", ">"):
        # The mark of a block scalar stands after the blank lines that follow it.
        stop = start + len(source[start:stop].rstrip())
    return Scalar(start, stop, node.tag, node.value, node.style or None)


def _chosen(source: str, paths: Sequence[str]) -> Iterator[tuple[str, Scalar]]:
    node = _compose(source)
    found: dict[int, tuple[str, Scalar]] = {}
    for path in paths:
        for leaf in _leaves(node, path.replace("[]", ".[]").split(".")):
            scalar = _scalar(leaf, source)
            if scalar.tag == _STRING:
                found.setdefault(scalar.start, (path, scalar))
    for start in sorted(found):
        yield found[start]


def _leaves(node: yaml.Node | None, steps: list[str]) -> Iterator[yaml.ScalarNode]:
    if not steps:
        if isinstance(node, yaml.ScalarNode):
            yield node
    elif steps[0] == "[]":
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from _leaves(item, steps[1:])
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == steps[0]:
                yield from _leaves(value, steps[1:])


def _spellings(source: str, scalar: Scalar, text: str) -> Iterator[str]:
    """The scalar keeps its style where that can hold the text, and is double-quoted where it cannot."""
    if scalar.style in ("|", ">"):
        yield _block(source[scalar.start : scalar.stop], scalar.style, text)
    else:
        before, after = around(scalar.value)
        text = before + text + after
    if scalar.style not in ("|", ">") and "\n" not in text:
        if scalar.style is None:
            if _may_be_plain(source, text):
                yield text
        elif scalar.style == "'":
            yield "'" + text.replace("'", "''") + "'"
    # JSON strings are YAML double-quoted strings, apart from what YAML calls line breaks or not printable.
    yield _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _may_be_plain(source: str, text: str) -> bool:
    """Tell whether a text is a plain scalar after a key: that is soon told, and saves long readings."""
    if "\t" in text:  # readers disagree about tabs in plain scalars
        return False
    try:
        node = yaml.compose(f"key: {text}", Loader=_Loader)
    except (yaml.YAMLError, RecursionError):
        return False
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return False
    value = node.value[0][1]
    # A tag in the source may make a string of what looks like a number.
    return value.value == text and ("!" in source or value.tag == _STRING)


def _block(written: str, style: str, text: str) -> str:
    """Return a block scalar with the header and the indentation of the one that is there."""
    newline = "\r\n" if "\r\n" in written else "\r" if "\r" in written else "\n"
    header, _, content = written.partition(newline)
    first = next((line for line in content.split(newline) if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    between = newline if style == "|" else newline * 2
    return header + newline + between.join(indent + line for line in text.split("\n"))


def _values(source: str) -> Mapping[str, object]:
    try:
        loaded = yaml.load(source, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: a date such as 2026-99-99
        return {}
    return loaded if isinstance(loaded, dict) else {}


YAML = Syntax(
    "YAML",
    _read,
    _chosen,
    _spellings,
    _values,
    "put quotes around a value that holds a colon, a number sign or quotes",
)
