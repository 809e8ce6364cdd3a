"""The HTML of one inline text, as it stands in a page; for looking at it, not for publishing."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.html_rules import PageRenderer, PageWords
from toolkit.markdown.inline_reading import InlineReading
from toolkit.markdown.link_recording import inline_footnotes
from toolkit.markdown.parser import DEFAULT_NESTING, markdown_parser

_RENDERER = PageRenderer(PageWords())


def rendered_reading(reading: InlineReading, dialect: Dialect = GFM) -> str:
    """Return the HTML of an inline text that has been read; notes in it, ``^[like this]``, follow it."""
    if not reading.tokens:
        return escape(reading.text)
    env = dict(reading.env)
    options = markdown_parser(DEFAULT_NESTING, dialect).options
    return "".join(_rendered(run, options, env) for run in _runs(reading.tokens, env))


def _runs(tokens: Sequence[Token], env: dict[str, Any]) -> list[Sequence[Token]]:
    found: list[Sequence[Token]] = [tokens]
    for run in found:  # a note may hold notes
        found += inline_footnotes(run, env)
    return found


def _rendered(run: Sequence[Token], options: OptionsDict, env: dict[str, Any]) -> str:
    return _RENDERER.renderInline(run, options, env)
