"""The block parser, set up so that every inline run remembers where it stands in the source."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from toolkit.markdown.constructs.verbatim_pieces import verbatim_pieces
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.dialects.verbatim import verbatim_pattern
from toolkit.markdown.link_recording import record_destinations
from toolkit.markdown.plain_paragraph import use_plain_paragraphs

Env = MutableMapping[str, Any]
"""What one parse knows of a document: reference definitions and footnotes."""

DEFAULT_NESTING: Final = 100
"""Deepest nesting of blocks that is parsed; markdown-it drops what lies deeper without a word."""

REGIONS: Final = "toolkit:regions"
"""``Token.meta`` key: per source line of an inline run, its range in the normalised text.

The first line is ``Token.map[0]``; a table's cells have none, their ``tr_open`` has."""

DIALECT: Final = "toolkit:dialect"
"""Key of an ``Env``: the `Dialect` of the parse."""

_Rule = Callable[[StateBlock, int, int, bool], bool]


def markdown_parser(nesting: int = DEFAULT_NESTING, dialect: Dialect = GFM) -> MarkdownIt:
    """Return the parser of a dialect, which remembers where every inline run stands; always the same one."""
    return _parser(nesting, dialect)


@cache
def _parser(nesting: int, dialect: Dialect) -> MarkdownIt:
    options = {
        "alerts": dialect.alerts,
        "linkify": False,
        "maxNesting": nesting,
        "strikethrough_single_tilde": dialect.single_tilde,
        "xhtmlOut": False,
    }
    parser = MarkdownIt(dialect.preset, options).disable("linkify")
    if dialect.plain_paragraphs:
        use_plain_paragraphs(parser)
    for plugin in dialect.plugins:
        plugin(parser)
    if pattern := verbatim_pattern(dialect):
        verbatim_pieces(parser, pattern)
    for name, record in (
        ("plain_paragraph", _record_lines),
        ("paragraph", _record_lines),
        ("heading", _record_lines),
        ("lheading", _record_lines),
        ("table", _record_rows),
        ("deflist", _record_terms),
    ):
        rule = next((rule for rule in parser.block.ruler.__rules__ if rule.name == name), None)
        if rule is None:
            continue
        # Without ``alt`` the ruler would take the rule out of the chains that end a paragraph.
        parser.block.ruler.at(name, _recording(rule.fn, record), {"alt": list(rule.alt)})
    record_destinations(parser)
    return parser


def parse_blocks(
    text: str, nesting: int = DEFAULT_NESTING, dialect: Dialect = GFM
) -> tuple[list[Token], Env]:
    """Return the block tokens of a normalised text and what the parse learned; no inline parsing.

    ``text`` must hold LF line endings and no NUL, as `toolkit.markdown.source_lines` makes it.
    """
    parser = markdown_parser(nesting, dialect)
    env: Env = {DIALECT: dialect}
    tokens: list[Token] = []
    parser.block.parse(text, parser, env, tokens)
    return tokens, env


def _recording(rule: _Rule, record: Callable[[StateBlock, int], None]) -> _Rule:
    def wrapped(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        first = len(state.tokens)
        matched = rule(state, start_line, end_line, silent)
        if matched and not silent:
            record(state, first)
        return matched

    return wrapped


def _record_lines(state: StateBlock, first: int) -> None:
    # The marks of a nested container hold only now: block quotes and lists restore them afterwards.
    inline = state.tokens[first + 1]
    if REGIONS in inline.meta:
        return  # a dialect has taken something out of the line
    start, stop = inline.map or (0, 0)
    begin, shift, end = state.bMarks, state.tShift, state.eMarks
    if stop == start + 1:
        inline.meta[REGIONS] = ((begin[start] + shift[start], end[start]),)
    else:
        inline.meta[REGIONS] = [(begin[n] + shift[n], end[n]) for n in range(start, stop)]


def _record_line(state: StateBlock, token: Token) -> None:
    if token.map and REGIONS not in token.meta:
        line = token.map[0]
        token.meta[REGIONS] = ((state.bMarks[line] + state.tShift[line], state.eMarks[line]),)


def _record_rows(state: StateBlock, first: int) -> None:
    for token in state.tokens[first:]:
        if token.type == "tr_open":
            _record_line(state, token)


def _record_terms(state: StateBlock, first: int) -> None:
    # A list within a definition has recorded its own terms already, with marks that are gone by now.
    for index in range(first, len(state.tokens)):
        if state.tokens[index].type == "dt_open":
            _record_line(state, state.tokens[index + 1])
