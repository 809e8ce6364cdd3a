"""What a dialect of Markdown is: a small declared set of plugins and patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt

Plugin = Callable[[MarkdownIt], object]
"""Adds rules to a parser; block rules first, inline rules for the HTML edition."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """A dialect: how its parser is set up, and what a translation must leave alone."""

    name: str
    preset: str = "gfm-like2"
    """markdown-it's own set of rules to begin with."""
    alerts: bool = False
    """Whether ``> [!NOTE]`` opens an alert."""
    single_tilde: bool = True
    """Whether ``~gone~`` is struck through; where it is not, a dialect may read it as a subscript."""
    plugins: tuple[Plugin, ...] = ()
    plain_paragraphs: bool = True
    """Whether no block of the dialect opens with a letter, an opening quote, a parenthesis or a backtick."""
    templates: tuple[str, ...] = ()
    """Patterns of pieces that another program reads before Markdown is read, in code too."""
    verbatim: tuple[str, ...] = ()
    """Patterns of further pieces of a text that a translation must keep as they are; none in code."""
    openers: tuple[str, ...] = ()
    """Patterns of what opens one of its blocks at the start of a line: escaped in a translation."""
    escapable: str = ""
    """What a backslash can escape in its own program; empty where that is all ASCII punctuation."""
    lone_angles: bool = True
    """Whether ``<`` that begins no tag is text; where it is not, a translation spells it ``&lt;``."""
    heading_id: str = ""
    """The ids that ``{#id}`` behind a heading can give, as a pattern; none where that would be text."""
    id_behind_marks: bool = False
    """Whether it stands behind the closing marks of ``## Text ##``, and not before them."""
    underlined_id_escaped: bool = False
    """Whether an underlined heading must have ``\\{#id}``, as an open brace would begin an expression."""
    math: bool = False
    """Whether ``$…$`` and ``$$…$$`` are formulas, unless ``babel.cfg`` says otherwise."""
    spaced_math: bool = False
    """Whether white space may stand within the dollars."""
    notes_after_links: bool = False
    """Whether ``[label][^1]`` is a link and a footnote; in CommonMark it is no link."""


@cache
def opener_pattern(dialect: Dialect) -> re.Pattern[str] | None:
    """Return what finds the beginning of one of the dialect's own blocks; ``None`` where it has none."""
    return re.compile("|".join(dialect.openers)) if dialect.openers else None
