"""Parser rules that remember where the destination of each link and image is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from toolkit.markdown.definition_recording import record_definitions
from toolkit.markdown.references import destination_range, link_destination_end

DESTINATION: Final = "toolkit:destination"
"""``Token.meta`` key of links and images: the range of the destination in the inline content (a tuple),
or the key of the definition that holds it (a text)."""

_InlineRule = Callable[[StateInline, bool], bool]


def record_destinations(parser: MarkdownIt) -> None:
    """Make a parser's links, images and definitions remember their place; what they match stays."""
    wrappers: dict[str, Callable[[_InlineRule], _InlineRule]] = {
        "link": _recording_link,
        "image": _recording_image,
        "footnote_inline": _recording_footnote,
    }
    for rule in list(parser.inline.ruler.__rules__):
        if rule.name in wrappers:
            parser.inline.ruler.at(rule.name, wrappers[rule.name](rule.fn))
    record_definitions(parser)


def _recording_link(rule: _InlineRule) -> _InlineRule:
    def wrapped(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            opening = next(token for token in state.tokens[first:] if token.type == "link_open")
            _record(state, opening, start, start)
        return matched

    return wrapped


def _recording_image(rule: _InlineRule) -> _InlineRule:
    def wrapped(state: StateInline, silent: bool) -> bool:
        start = state.pos
        matched = rule(state, silent)
        if matched and not silent:
            image = state.tokens[-1]
            _record(state, image, start, start + 1)
            _shift(image.children or (), start + 2, state.env)
        return matched

    return wrapped


def _recording_footnote(rule: _InlineRule) -> _InlineRule:
    def wrapped(state: StateInline, silent: bool) -> bool:
        start = state.pos
        matched = rule(state, silent)
        if matched and not silent:
            # Its text was parsed on its own, with offsets of its own.
            _shift(state.tokens[-1:], start + 2, state.env)
        return matched

    return wrapped


def _record(state: StateInline, token: Token, start: int, bracket: int) -> None:
    """Note the destination of the link from ``start`` to ``state.pos``, its text in ``bracket``."""
    stop = state.pos
    state.pos = start
    close = state.md.helpers.parseLinkLabel(state, bracket, token.type == "link_open")
    state.pos = stop
    text = state.src
    if text.startswith("(", close + 1) and link_destination_end(text, close + 1) == stop:
        if written := destination_range(text, close + 2):
            token.meta[DESTINATION] = written
    else:
        label = text[close + 2 : stop - 1] if stop > close + 1 else ""
        token.meta[DESTINATION] = normalizeReference(label or text[bracket + 1 : close])


def inline_footnotes(children: Iterable[Token], env: Mapping[str, Any]) -> Iterable[list[Token]]:
    """Return the contents of the footnotes ``^[like this]`` in an inline run, also in an image's text."""
    notes = env.get("footnotes", {}).get("list", {})
    for child in children:
        if child.type == "footnote_ref" and "label" not in child.meta:
            yield notes[child.meta["id"]]["tokens"]
        elif child.type == "image":
            yield from inline_footnotes(child.children or (), env)


def _shift(children: Iterable[Token], offset: int, env: Mapping[str, Any]) -> None:
    for tokens in inline_footnotes(children, env):
        for token in tokens:
            written = token.meta.get(DESTINATION)
            if isinstance(written, tuple):
                token.meta[DESTINATION] = (written[0] + offset, written[1] + offset)
        _shift(tokens, offset, env)
