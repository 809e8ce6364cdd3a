"""The placeholders in a text: what a program puts a value in the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from toolkit.check.text_view import TextView
from toolkit.markdown.dialects.verbatim import verbatim_ranges
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import link_destination_end


class Syntax(StrEnum):
    """How a placeholder is written, which says what reads it."""

    TEMPLATE = "template"
    """``{{ name }}`` and ``{% tag %}``."""
    NAMED = "named"
    """``%(name)s``."""
    PRINTF = "printf"
    """``%s``, ``%1$d``, ``%.2f``: told apart by their places."""
    BRACE = "brace"
    """``{name}``, ``{0}``, ``{}``."""
    SHELL = "shell"
    """``$NAME``, ``${NAME}``."""


class Placeholder(NamedTuple):
    """A placeholder and where it stands."""

    syntax: Syntax
    value: str
    start: int
    stop: int


_DIRECTIVE: Final = r"(?:\d+\$)?[#0+'-]*\d*(?:\.\d+)?(?:hh|h|ll|l|[Lqjzt])?[diouxXeEfFgGcsS@]"
_STRICT = re.compile(
    rf"%%|(?P<named>%\([^()\s]+\)[#0+-]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa])|(?P<printf>%{_DIRECTIVE})"
)
_STYLE = re.compile(r"%-[A-Za-z]")
"""No directive but a word, ``%-style``: the flag needs a width."""
_MAY_HOLD = re.compile(r"%[^\s%]|\$[A-Za-z_{]|\{[^\s}]*\}|\{\{|\{%")
# No blank after a percent sign: "100 % sure" and "50 % d'abord" are text in most languages.
_PATTERN = re.compile(
    r"(?P<template>\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\})"
    r"|(?P<shell>\$\{[^{}\s]{1,80}\}|(?<![\w$\\])\$[A-Za-z_][A-Za-z0-9_]*(?![\w$]))"
    r"|(?P<percent>%%)"
    r"|(?P<named>%\([A-Za-z_][\w.-]{0,80}\)[#0+-]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa])"
    rf"|(?P<printf>(?<![A-Za-z_%\d])(?:(?<!\d[ \u00a0\u202f])%{_DIRECTIVE}(?![A-Za-z0-9_])"
    rf"|%{_DIRECTIVE}(?![A-Za-z0-9_'\u2019])))"
    r"|(?P<brace>(?<![\\{$%])\{(?:[A-Za-z_][\w.]{0,80}(?:\[[^\[\]{}\s]{1,40}\])?|\d{1,3})?"
    r"(?:![rsa])?(?::[^{}\s]{0,20})?\}(?!\}))"
)
_SHIELDS: Final = (PieceKind.CODE, PieceKind.AUTOLINK, PieceKind.TAG)


def placeholders(view: TextView) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text in order; ask for it with `TextView.of`.

    None stands in code, tags or link targets, nor where the dialect keeps the piece anyway.
    """
    if not _MAY_HOLD.search(view.text):
        return ()
    return tuple(_found(view))


def directives(view: TextView) -> tuple[Placeholder, ...]:
    """Return the ``%`` placeholders of a text that a program formats, whatever letters stand beside them."""
    if "%" not in view.text:
        return ()
    return tuple(
        Placeholder(Syntax(match.lastgroup), match[0], *match.span())
        for match in _STRICT.finditer(view.text)
        if match.lastgroup and not _STYLE.match(match[0])
    )


def _found(view: TextView) -> Iterator[Placeholder]:
    text = view.text
    shields = sorted(_shields(view))
    number = 0
    for match in _PATTERN.finditer(text):
        start, stop = match.span()
        while number < len(shields) and shields[number][1] <= start:
            number += 1
        if (number < len(shields) and shields[number][0] < stop) or match.lastgroup == "percent":
            continue
        value = match[0]
        if match.lastgroup == "template":
            value = " ".join(value.split())
        yield Placeholder(Syntax(match.lastgroup or ""), value, start, stop)


def _shields(view: TextView) -> Iterator[tuple[int, int]]:
    text = view.text
    if not view.markdown:
        return
    for piece in scan_inline(text):
        if piece.kind in _SHIELDS:
            yield piece.start, piece.stop
        elif piece.kind is PieceKind.CLOSE and text.startswith("(", piece.stop):
            yield piece.stop, link_destination_end(text, piece.stop) or piece.stop
    if view.dialect.templates or view.dialect.verbatim:
        yield from verbatim_ranges(text, view.dialect)
