"""The ids of headings, written into a Markdown edition in the syntax of its dialect."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from html import escape

from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.edition import Edition
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.message_text import heading_attributes
from toolkit.markdown.source_lines import SourceLines, source_lines
from toolkit.markdown.spans import atx_span, run_spans
from toolkit.model.segment import Span

_LIST = re.compile(r"[ \t]*\{:?")
_LINE_REST = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_CLOSING_MARKS = re.compile(r"[ \t]+#+(?=[ \t]*(?:[\r\n]|\Z))")


def heading_marks(
    edition: Edition, ids: Sequence[str], explicit: Collection[int], dialect: Dialect
) -> tuple[tuple[Span, str], ...]:
    """Return what to write where in an edition's text, so that each heading says its id.

    ``ids`` has one for each heading; ``explicit`` are the indexes of the inline tokens of those that have
    their id already.  It is an attribute list where the dialect reads one, else an empty link with an
    id, behind the text.  A heading without text gets none, nor does an underlined one whose last line
    has no letter.
    """
    lines = source_lines(edition.text, edition.body)
    edits = []
    identifiers = iter(ids)
    for index, token in enumerate(edition.tokens):
        if token.type != "inline" or edition.tokens[index - 1].type != "heading_open":
            continue
        identifier = next(identifiers)
        if index not in explicit and (line := _last_line(edition, lines, index)):
            underlined = edition.tokens[index - 1].markup[:1] != "#"
            edits.append(_mark(edition.text, line, identifier, dialect, underlined))
    return tuple(edits)


def _last_line(edition: Edition, lines: SourceLines, index: int) -> Span | None:
    """Return the range of a heading's last line without its attributes; ``None`` where it has no text."""
    token, opening = edition.tokens[index], edition.tokens[index - 1]
    atx = opening.markup[:1] == "#"
    _, spans = atx_span(lines, token, int(opening.tag[1])) if atx else run_spans(lines, token)
    end, _ = heading_attributes(token.content)
    if not spans or not end:
        return None
    start, stop = spans[-1][0], spans[-1][1] - len(token.content) + end
    last = edition.text[start:stop]
    if last.endswith("|"):
        return None  # with one more cell it could be the head of a table
    # Marks alone on a line, as ``1.`` and ``|``, open a list or a table only where something follows.
    return (start, stop) if atx or has_letter(last) else None


def _mark(text: str, line: Span, identifier: str, dialect: Dialect, underlined: bool) -> tuple[Span, str]:
    start, stop = line
    if re.fullmatch(dialect.heading_id, identifier):
        if _LINE_REST.match(text, stop):
            escape_mark = "\\" if underlined and dialect.underlined_id_escaped else ""
            return (stop, stop), f" {escape_mark}{{#{identifier}}}"
        if closing := _CLOSING_MARKS.match(text, stop):
            place = closing.end() if dialect.id_behind_marks else stop
            return (place, place), f" {{#{identifier}}}"
        if attributes := _LIST.match(text, stop):
            return (attributes.end(), attributes.end()), f" #{identifier} "
    space = " " if text[start:stop].endswith("\\") else ""  # which else would make the link text
    return (stop, stop), f'{space}<a id="{escape(identifier)}"></a>'
