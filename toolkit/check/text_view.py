"""A text as rules look at it: what it says as Markdown, and its prose without what is no prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, Final, TypeVar

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.dialects.verbatim import verbatim_ranges
from toolkit.markdown.inline_reading import NO_DEFINITIONS, Definitions, InlineReading, read_inline
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import bracket_ends, link_destination_end
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import Span

FILLER: Final = "\ufffc"
"""Stands in prose for each character that is none, so that offsets stay: OBJECT REPLACEMENT CHARACTER."""

_T = TypeVar("_T")
_NOT_PROSE = re.compile(r"[`<\[&]|\]\(|\]\[|\{\{|\{%|\$\{|://|www\.|@")
_SOLID = (PieceKind.CODE, PieceKind.AUTOLINK, PieceKind.TAG)
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,30}://|www\.)[^\s<>\"'“”«»\]]*[^\s<>\"'“”«».,;:!?)\]}，。；：！？）」』、]",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_TEMPLATE = re.compile(r"\{\{.{0,500}?\}\}|\{%.{0,500}?%\}|\$\{[^}\n]{0,500}\}")  # a bound keeps it linear


class TextView:
    """One text of an entry, read once however many rules ask."""

    def __init__(
        self,
        text: str,
        locale: LocaleTag,
        *,
        markdown: bool = True,
        dialect: Dialect = GFM,
        definitions: Definitions = NO_DEFINITIONS,
    ) -> None:
        self.text = text
        """The msgid or the msgstr, unescaped."""
        self.locale = locale
        self.markdown = markdown
        """Whether it is inline Markdown; else plain text: front matter, an attribute, code."""
        self.dialect = dialect
        self.definitions = definitions
        self._facts: dict[Callable[[TextView], Any], Any] = {}

    @cached_property
    def reading(self) -> InlineReading:
        """What it says as inline Markdown with the document's definitions; plain text says itself."""
        if not self.markdown:
            return InlineReading((), self.text)
        return read_inline(self.text, self.dialect, self.definitions)

    @cached_property
    def prose(self) -> str:
        """The text with ``FILLER`` for code, tags, link targets, addresses and template tags.

        As long as the text, so that an offset in one is an offset in the other.
        """
        text = self.text
        if not _NOT_PROSE.search(text):
            return text
        bare: set[Span] = set()
        if "://" in text or "www." in text.lower():
            bare.update(match.span() for match in _ADDRESS.finditer(text))
        if "@" in text:
            bare.update(match.span() for match in _MAIL.finditer(text))
        ranges = list(bare)
        if "{" in text:
            ranges += (match.span() for match in _TEMPLATE.finditer(text))
        if self.markdown:
            ranges += self._solid_ranges()
            if self.dialect.templates or self.dialect.verbatim:
                ranges += verbatim_ranges(text, self.dialect)
        parts: list[str] = []
        reached = 0
        for start, stop in sorted(ranges):
            # An address in a link's target ends with it, where no space follows either: "](https://…)を".
            if stop <= reached or (start < reached and (start, stop) in bare):
                continue
            start = max(start, reached)
            parts += (text[reached:start], FILLER * (stop - start))
            reached = stop
        return "".join(parts) + text[reached:]

    def of(self, read: Callable[[TextView], _T]) -> _T:
        """Return what ``read`` makes of the text; made once, however many rules ask for it."""
        if read not in self._facts:
            self._facts[read] = read(self)
        found: _T = self._facts[read]
        return found

    def _solid_ranges(self) -> list[tuple[int, int]]:
        text = self.text
        found: list[tuple[int, int]] = []
        brackets = bracket_ends(text) if "][" in text else {}
        for piece in scan_inline(text):
            if piece.kind in _SOLID:
                found.append((piece.start, piece.stop))
            elif piece.kind is PieceKind.CLOSE:
                end = link_destination_end(text, piece.stop) if text.startswith("(", piece.stop) else None
                if end is None and piece.stop in brackets:
                    end = brackets[piece.stop] + 1
                if end is not None:
                    found.append((piece.stop, end))
        return found
