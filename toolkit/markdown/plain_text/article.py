"""Pasted plain text to clean Markdown that shows the same words, with what was doubtful about it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from toolkit.errors import SourceError
from toolkit.markdown.front_matter.cut import cut_front_matter
from toolkit.markdown.plain_text import literal
from toolkit.markdown.plain_text.blocks import classify
from toolkit.markdown.plain_text.lines import read_lines
from toolkit.markdown.plain_text.lists import list_doubts, render_list
from toolkit.markdown.plain_text.pieces import Doubt, Kind, Piece

__all__ = ["Doubt", "ImportedText", "import_text"]

_LINE = re.compile(r"\r\n|\n|\r")
_FENCE = re.compile(r" {0,3}(`{3,}[\w+-]*|~{3,}[\w+-]+)[ \t]*")
_PLAIN_YAML = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.()/’“”–—-])*")
_YAML_WORDS = frozenset({"false", "inf", "n", "nan", "no", "null", "off", "on", "true", "y", "yes"})
_LINK = re.compile(r"\[[^\[\]]+\]\([^\s()]+\)")


@dataclass(frozen=True, slots=True)
class ImportedText:
    """A plain text as Markdown, and what the author should look at."""

    markdown: str
    """Ends with one newline, has LF line endings and one line per paragraph; Markdown input is unchanged."""
    doubts: tuple[Doubt, ...]
    """In the order of their lines."""


def import_text(text: str) -> ImportedText:
    """Return a pasted text as Markdown: front matter with its title, headings, lists, tables, paragraphs.

    The words stay as they are and in order; list markers become Markdown's, invisible characters go, and
    what Markdown would read as markup is escaped.  Text that is Markdown already is returned unchanged,
    with one doubt that says so.  Raises `SourceError` (``import-empty``) where there is no text.
    """
    lines = read_lines(text)
    if not lines:
        raise SourceError(
            "there is no text to import",
            rule="import-empty",
            hint="the file is empty, or holds only white space; paste the article into it and save it",
        )
    if evidence := _markdown_line(text):
        return ImportedText(text, (Doubt(evidence, "looks like Markdown already: copied as it is"),))
    pieces, doubts = classify(lines)
    doubts += [Doubt(line.number, _WRITTEN_LINK) for line in lines if _LINK.search(line.text)]
    doubts += [Doubt(line.number, _NUMBER_SIGN) for line in lines if line.text.startswith("# ")]
    blocks = [f"---\ntitle: {_yaml(piece.text)}\n---" for piece in pieces if piece.kind is Kind.TITLE]
    for is_list, group in groupby(pieces, key=lambda piece: piece.kind is Kind.ITEM):
        members = list(group)
        if is_list:
            doubts += list_doubts(members)
            blocks.append(render_list(members))
        else:
            blocks += _render(members)
    markdown = "\n\n".join(blocks) + "\n"
    if _has_keys(markdown):
        markdown = "\\" + markdown
    return ImportedText(markdown, tuple(sorted(set(doubts))))


def _render(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        match piece.kind:
            case Kind.TITLE:
                yield f"# {literal.heading(piece.text)}"
            case Kind.HEADING:
                yield f"## {literal.heading(piece.text)}"
            case Kind.TABLE:
                head, *rows = (f"| {' | '.join(map(literal.cell, row))} |" for row in piece.rows)
                yield "\n".join([head, "|" + " --- |" * len(piece.rows[0]), *rows])
            case _:
                yield literal.paragraph(piece.text)


def _yaml(text: str) -> str:
    """Return a title as a YAML scalar: plain where no YAML reader could take it otherwise, else quoted."""
    if _PLAIN_YAML.fullmatch(text) and text.lower() not in _YAML_WORDS:
        return text
    # JSON strings are YAML double-quoted strings; what YAML does not allow to stand as it is, is escaped.
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\ud800-\udfff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _markdown_line(text: str) -> int:
    """Return the line that shows a text to be Markdown, from 1; 0 where none does.

    That is front matter, a heading (``#`` only where it opens the text, for one number sign proves little),
    or a code fence that is closed.
    """
    if _has_keys(text.removeprefix("\ufeff")):
        return 1
    lines = _LINE.split(text.removeprefix("\ufeff"))
    closed = any(line.rstrip() in ("---", "...") for line in lines[2:])
    if lines[0].rstrip() == "---" and closed and re.match(r"[\w-]+[ \t]*:", lines[1]):
        return 1
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    opening = 0
    for number, line in enumerate(lines, 1):
        if re.match(r" {0,3}#{2,6}[ \t]+\S", line):
            return number
        if number == first and re.match(r" {0,3}#[ \t]+\S", line):
            return number
        if not opening:
            opening = number if _FENCE.fullmatch(line) else 0
        elif re.fullmatch(r" {0,3}(?:`{3,}|~{3,})[ \t]*", line):
            return opening
    return 0


def _has_keys(text: str) -> bool:
    """Tell whether a text begins with front matter in TOML or JSON, be it broken."""
    if text[:1] not in ("+", "{"):
        return False
    try:
        return cut_front_matter(text, 0, "") is not None
    except SourceError:
        return True


_WRITTEN_LINK = (
    "[text](address) is how Markdown writes a link: kept as plain text, brackets shown; "
    "if it is meant as a link, delete the backslash"
)
_NUMBER_SIGN = (
    "# is how Markdown writes a heading: kept as plain text, number sign shown; "
    "if it is a heading, delete the backslash"
)
