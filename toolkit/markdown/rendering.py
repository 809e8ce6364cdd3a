"""Block tokens to HTML: the parse that verified an edition is the parse that is rendered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.rules_core.block import block
from markdown_it.rules_core.inline import inline
from markdown_it.rules_core.normalize import normalize
from markdown_it.token import Token

from toolkit.markdown.destinations import Destinations
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.edition import Edition
from toolkit.markdown.given_ids import GivenIds
from toolkit.markdown.html_marks import html_marks
from toolkit.markdown.html_rules import MARKS, PageRenderer
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.line_texts import decoded
from toolkit.markdown.link_recording import inline_footnotes
from toolkit.markdown.message_text import heading_attributes
from toolkit.markdown.parser import DIALECT, Env, markdown_parser
from toolkit.markdown.raw_html import RawHtml
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.shown_abbreviations import show_abbreviations
from toolkit.markdown.shown_links import Run, show_links
from toolkit.markdown.stale_marks import mark_block, marked_text
from toolkit.model.segment import Encoding

_HOME = "toolkit:index"
"""``Token.meta`` key of inline tokens and blocks of raw HTML: the index among the edition's tokens, before
footnotes move."""

_FOREIGN = "toolkit:foreign"
"""``Token.meta`` key of an inline token in the source language: the attributes that say so."""

_SPAN = "toolkit:span"
"""``Token.meta`` key of such a token whose block cannot carry the attributes."""

_ID = "toolkit:passage"
"""``Token.meta`` key of an inline token whose block is hidden: the id for what stands in its place."""

_STALE = "toolkit:stale"
"""``Token.meta`` key of an inline token that translates an earlier text: its mark."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a page: the level-1 heading it begins with, or nothing, and the rest."""

    heading: str
    body: str
    ids: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Each id of ``RenderSettings`` whose text is shown → the id that leads to it, which may be another one
    that its block has."""


def render_html(edition: Edition, settings: RenderSettings) -> Rendered:
    """Return the HTML of an edition's body.

    ``settings.target`` is asked once for each link and image, also in raw HTML, in the order of the text;
    those in the alternative text of images, which is plain text, do not count. The tokens of the edition
    are used up: an edition is rendered once.
    """
    parser = markdown_parser(dialect=edition.env.get(DIALECT, GFM))
    tokens = list(edition.tokens)
    ids = GivenIds(settings)
    _prepare_blocks(tokens, settings, ids)
    state = StateCore("", parser, edition.env, tokens)
    for rule in parser.core.ruler.getRules(""):
        if rule is not normalize and rule is not block:
            rule(state)
        if rule is inline:
            _finish_inline(state.tokens, edition, settings)
    show_abbreviations(state.tokens, _FOREIGN)
    foreign = settings.foreign.attributes if settings.foreign else ""
    renderer = PageRenderer(settings.words, foreign, highlight_code=settings.highlight_code)
    start, stop = _title_range(state.tokens)
    head, body = state.tokens[start:stop], state.tokens[:start] + state.tokens[stop:]
    options = parser.options
    heading = renderer.render(head, options, edition.env).rstrip("\n")
    rest = renderer.render(body, options, edition.env)
    return Rendered(heading, rest, ids.shown(heading, rest))


def _title_range(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the range of the level-1 heading that only comments stand before; an empty one without it."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return index, index + 3
        if token.type != "html_block" or not token.content.lstrip().startswith("<!--"):
            break
    return 0, 0


def _prepare_blocks(tokens: Sequence[Token], settings: RenderSettings, given: GivenIds) -> None:
    ids = iter(settings.heading_ids)
    for index, token in enumerate(tokens):
        if token.type in ("inline", "html_block"):
            token.meta[_HOME] = index
        if index in settings.embedded:
            token.meta[MARKS] = settings.embedded[index]
        if token.type != "inline":
            continue
        opening = tokens[index - 1]
        if opening.type == "alert_title_open":
            continue
        if opening.type == "heading_open":
            token.content = token.content[: heading_attributes(token.content)[0]]
            if (identifier := next(ids, None)) is not None:
                opening.attrs["id"] = identifier
        token.meta[_ID] = given.give(index, opening)
        if settings.foreign and index not in settings.translated and has_letter(token.content):
            attributes: dict[str, str | int | float] = {
                "lang": settings.foreign.tag,
                "dir": settings.foreign.direction,
            }
            if index in settings.waiting:
                attributes["class"] = "untranslated"
            token.meta[_FOREIGN] = attributes
            # A tight list item has no paragraph of its own that could carry the language, and a cell
            # with a direction of its own would fall out of line with its column.
            token.meta[_SPAN] = _needs_span(opening)
            if not token.meta[_SPAN]:
                opening.attrs.update(attributes)
        if (mark := settings.stale.get(index)) is not None:
            token.meta[_STALE] = mark
            mark_block(opening, mark, span=_needs_span(opening))


def _needs_span(opening: Token) -> bool:
    return opening.hidden or opening.type in ("td_open", "th_open")


def _finish_inline(tokens: Sequence[Token], edition: Edition, settings: RenderSettings) -> None:
    destinations = Destinations(edition)
    foreign = settings.foreign.attributes if settings.foreign else ""
    raw_html = RawHtml(edition, destinations, settings.target)
    for index, token in enumerate(tokens):
        if token.type == "html_block":
            marks = html_marks(token.content, token.meta.get(MARKS, ()), foreign)
            token.content = raw_html.block(token, token.meta[_HOME], marks)
        if token.type != "inline":
            continue
        opening = tokens[index - 1]
        if opening.type == "alert_title_open":
            # Not Markdown, though the parser took it for that.
            token.children = [Token("text", "", 0, content=settings.words.text(token.content))]
            if settings.words.foreign:
                opening.attrs["lang"] = settings.words.foreign.tag
                opening.attrs["dir"] = settings.words.foreign.direction
        elif opening.type == "line_text_open" and Encoding(opening.markup).in_quotes:
            # Plain text, though the parser took it for Markdown.
            text = decoded(token.content, Encoding(opening.markup))
            token.children = [Token("text", "", 0, content=text)]
        elif token.children:
            tags = raw_html.tags(token, token.meta[_HOME])
            run = Run(token.meta[_HOME], token.content, destinations, tags, settings.target)
            show_links(token.children, run, edition.env)
            if attributes := token.meta.get(_FOREIGN):
                _mark_footnotes(token.children, attributes, edition.env)
                if token.meta[_SPAN]:
                    own = {"id": token.meta[_ID]} if token.meta[_ID] else {}
                    token.children = _marked(token.children, own | attributes)
            if mark := token.meta.get(_STALE):
                token.children = marked_text(
                    token.children, opening, mark, span=_needs_span(opening), identifier=token.meta[_ID]
                )


def _mark_footnotes(children: Sequence[Token], attributes: dict[str, Any], env: Env) -> None:
    """Give the notes of a run its language: they leave it for the end of the page."""
    for note in inline_footnotes(children, env):
        _mark_footnotes(note, attributes, env)
        note[:] = _marked(note, attributes)


def _marked(children: Sequence[Token], attributes: dict[str, Any]) -> list[Token]:
    opening = Token("span_open", "span", 1, attrs=dict(attributes))
    return [opening, *children, Token("span_close", "span", -1)]
