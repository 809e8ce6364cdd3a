"""Front matter in YAML: where it stands, and the places of the values that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from toolkit.errors import SourceError
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.source_lines import LineNumbers

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)\ufeff?")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY_LINE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[\w\"'.-]+[ \t]*:(?:\s|$)")
_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*[ \t\r\n]+)+")
_STRING: Final = "tag:yaml.org,2002:str"
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is 15 times faster


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML between the fences, as offsets into the document's text, and where the body begins."""

    start: int
    stop: int
    body: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar of the YAML: its range (offsets into the YAML text), resolved tag, value and style."""

    start: int
    stop: int
    tag: str
    value: str
    style: str | None
    """``None`` for plain, else ``'``, ``"``, ``|`` or ``>``."""

    @property
    def text(self) -> str:
        """The value without outer white space: what becomes a message."""
        return self.value.strip()


def cut_front_matter(text: str, start: int, path: str) -> FrontMatter | None:
    """Return the front matter that begins at ``start``, or ``None`` where Markdown begins there.

    A thematic break may open a document too: front matter is what holds a YAML mapping.
    Raises `SourceError` where keys were meant and the YAML is broken.
    """
    opening = _OPENING.match(text, start)
    closing = opening and _CLOSING.search(text, opening.end())
    if not opening or not closing:
        return None
    first, stop = opening.end(), closing.start()
    source = text[first:stop]
    try:
        node = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError as error:
        if not _KEY_LINE.match(source):
            return None
        raise _broken(error, text, first, path) from None
    if not isinstance(node, yaml.MappingNode):
        return None
    return FrontMatter(first, stop, closing.end())


def translatable_scalars(source: str, paths: Sequence[str]) -> tuple[tuple[str, Scalar], ...]:
    """Return the chosen strings of a YAML text in document order, each with its key path.

    ``paths`` holds ``title``, ``tags[]``, ``hero.alt``; the key path of a list's items has no brackets.
    Only strings with a letter count: dates, numbers and booleans stay.
    """
    node = yaml.compose(source, Loader=_Loader)
    found: dict[int, tuple[str, Scalar]] = {}
    for path in paths:
        for leaf in _leaves(node, path.replace("[]", ".[]").split(".")):
            scalar = _scalar(leaf, source)
            if scalar.tag == _STRING and has_letter(scalar.text):
                found.setdefault(scalar.start, (path.replace("[]", ""), scalar))
    return tuple(found[start] for start in sorted(found))


def all_scalars(source: str) -> tuple[Scalar, ...] | None:
    """Return every scalar of a YAML text in document order; ``None`` where it is no mapping."""
    try:
        node = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError:
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    return tuple(_scalar(leaf, source) for leaf in _every_leaf(node, set()))


def front_matter_values(source: str) -> dict[str, object]:
    """Return the top-level values of a YAML text, for pages that show a title, date or tags."""
    try:
        loaded = yaml.load(source, Loader=_Loader)
    except (yaml.YAMLError, ValueError):  # ValueError: a date such as 2026-99-99
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _scalar(node: yaml.ScalarNode, source: str) -> Scalar:
    start, stop = node.start_mark.index, node.end_mark.index
    if source[start : start + 1] in ("&", "!") and (properties := _PROPERTIES.match(source, start, stop)):
        start = properties.end()  # an anchor and a tag stay what they are
    if node.style in ("|", ">"):
        # The mark of a block scalar stands after the blank lines that follow it.
        stop = start + len(source[start:stop].rstrip())
    return Scalar(start, stop, node.tag, node.value, node.style or None)


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


def _every_leaf(node: yaml.Node, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    if id(node) in seen:  # an alias: walking it again would let a small file explode
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _every_leaf(item, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _every_leaf(key, seen)
            yield from _every_leaf(value, seen)


def _broken(error: yaml.YAMLError, text: str, base: int, path: str) -> SourceError:
    numbers = LineNumbers(text)
    mark = getattr(error, "problem_mark", None)
    offset = base + (mark.index if mark else 0)
    problem = getattr(error, "problem", None) or "it cannot be read"
    return SourceError(
        f"the front matter is not valid YAML: {problem}",
        rule="front-matter",
        path=path,
        line=numbers.line(offset),
        column=numbers.column(offset),
        hint="put quotes around a value that holds a colon, a number sign or quotes",
    )
