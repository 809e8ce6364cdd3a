"""Pseudo-text: every letter a reader sees replaced, everything that carries structure left alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.dialects.verbatim import verbatim_ranges
from toolkit.markdown.html_attributes import readable_attributes, untranslated
from toolkit.markdown.html_tokens import HtmlKind, html_tokens
from toolkit.markdown.inline_scan import PieceKind, scan_inline
from toolkit.markdown.references import bracket_ends, label_key, link_destination_end
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.segment import Encoding, MessageKey, Segment, Span

PSEUDO = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхийклмнопярстувщхызАБЦДЕФГХИЙКЛМНОПЯРСТУВЩХЫЗ",
)


# Their programs read Markdown in HTML that says so, also where it is one line: there HTML is what we read.
MARKDOWN_IN_HTML = ("mkdocs", "jekyll")
CODE_OR_TARGET = re.compile(r"\]\([^()\s]*\)|`[^`]+`")
_CODE_NAMES = frozenset(("code", "samp", "tt", "var", "pre"))


class _Everything:
    def __contains__(self, item: object) -> bool:
        return True


def pseudo_text(
    text: str, labels: Container[str] = _Everything(), notes: Container[str] = _Everything()
) -> str:
    """Return ``text`` in Cyrillic letters, but for code, tags, entities, escapes, targets and labels.

    ``labels`` (in the form of `label_key`) and ``notes`` are the reference and footnote labels that the
    document defines; without them, whatever looks like a reference is taken for one.
    """
    parts: list[str] = []
    position = 0
    for start, stop in _untouched(text, labels, notes):
        parts += (text[position:start].translate(PSEUDO), text[start:stop])
        position = stop
    return "".join(parts) + text[position:].translate(PSEUDO)


def pseudo_messages(document: ParsedDocument) -> dict[MessageKey, str]:
    """Return pseudo-text for every message of a document, without what its dialect keeps and raw code."""
    texts: dict[MessageKey, str] = {}
    # What is Markdown at one of its places is taken for that, what is HTML elsewhere for HTML.
    for segment in sorted(document.segments, key=_plainness):
        texts[segment.key] = _pseudo_message(segment, document)
    return texts


def _pseudo_message(segment: Segment, document: ParsedDocument) -> str:
    text = segment.key.text
    encoding = segment.encoding
    plain = encoding.in_quotes or encoding.in_front_matter or encoding is Encoding.LINK_TITLE
    plain = plain or (encoding.in_html and not encoding.in_html_text)
    kept = list(verbatim_ranges(text, dialect_of(document.document.options)))
    if not encoding.in_html and not plain:
        kept += raw_code_ranges(text)
    elif encoding.in_html_text and document.document.options.dialect in MARKDOWN_IN_HTML:
        kept += [found.span() for found in CODE_OR_TARGET.finditer(text)]
    parts: list[str] = []
    pieces: list[str] = []
    copied = 0
    for start, stop in sorted(kept):
        if start >= copied:
            parts += (text[copied:start], chr(0xE000 + len(pieces)))
            pieces.append(text[start:stop])
            copied = stop
    without = "".join(parts) + text[copied:]
    if plain:
        result = without.translate(PSEUDO)
    elif encoding.in_html:
        result = pseudo_html(without)
    else:
        labels = document.env.get("references", {})
        notes = [label[1:] for label in document.env.get("footnotes", {}).get("refs", ())]
        result = pseudo_text(without, labels, notes)
    return re.sub("[\ue000-\uf8ff]", lambda found: pieces[ord(found[0]) - 0xE000], result)


def _plainness(segment: Segment) -> int:
    return 2 if not segment.encoding.in_html else int(segment.encoding.in_html_text)


def raw_code_ranges(text: str) -> list[Span]:
    """Return the ranges between raw tags ``<code>`` … ``</code>`` of an inline text, tags and all.

    A faithful translator leaves alone what stands there, as in a code span.
    """
    found: list[Span] = []
    name, start = "", 0
    for piece in scan_inline(text):
        if piece.kind is not PieceKind.TAG:
            continue
        tag = next(html_tokens(text[piece.start : piece.stop]))
        if not name and tag.kind is HtmlKind.START and tag.name in _CODE_NAMES and not tag.closed:
            name, start = tag.name, piece.start
        elif tag.kind is HtmlKind.END and (tag.name == name or (not name and tag.name in _CODE_NAMES)):
            found.append((start, piece.stop))  # without a start it began in the block before
            name, start = "", piece.stop
    return found


def pseudo_html(text: str) -> str:
    """Return a text of a block of HTML in Cyrillic letters, but for tags, references and code.

    The attributes that people read are translated too.
    """
    parts: list[str] = []
    kept = ""
    for token in html_tokens(text):
        written = text[token.start : token.stop]
        if token.kind is HtmlKind.TEXT and not kept:
            parts.append(_translated(written))
            continue
        if token.kind is HtmlKind.START and not kept:
            if untranslated(text, token):
                kept = token.name
            else:
                for found in reversed(readable_attributes(text, token)):
                    start, stop = found.start - token.start, found.stop - token.start
                    written = written[:start] + _translated(written[start:stop]) + written[stop:]
                kept = token.name if token.name in _CODE_NAMES else ""
        elif token.kind is HtmlKind.END and token.name == kept:
            kept = ""
        parts.append(written)
    return "".join(parts)


def _translated(text: str) -> str:
    return "".join(
        part if number % 2 else part.translate(PSEUDO) for number, part in enumerate(_REFERENCE.split(text))
    )


_REFERENCE = re.compile(r"(&(?:#\w+|\w+);)")


def _untouched(text: str, labels: Container[str], notes: Container[str]) -> Iterator[tuple[int, int]]:
    openers: list[tuple[int, bool]] = []  # where a link's text starts, whether it is an image
    inactive = 0  # links stand in the brackets below this depth, so these are none
    skip_to = 0
    brackets = bracket_ends(text)
    for piece in scan_inline(text):
        start, stop = piece.start, piece.stop
        if start < skip_to:
            continue
        if piece.kind in (PieceKind.OPEN, PieceKind.OPEN_IMAGE):
            end = brackets.get(start) if text.startswith("[^", start) else None
            if end is None or text[stop + 1 : end] not in notes:
                openers.append((stop, piece.kind is PieceKind.OPEN_IMAGE))
                continue
            stop = end + 1
        elif piece.kind is PieceKind.CLOSE:
            if not openers:
                continue
            content, image = openers.pop()
            alive = image or len(openers) >= inactive
            inactive = min(inactive, len(openers))
            found = _target_end(text, content, start, labels, brackets) if alive else None
            if found is None:
                continue
            inactive = inactive if image else len(openers)
            start, stop = stop, found
        yield start, stop
        skip_to = stop


def _target_end(
    text: str, content: int, close: int, labels: Container[str], brackets: Mapping[int, int]
) -> int | None:
    after = close + 1
    if text.startswith("(", after) and (found := link_destination_end(text, after)) is not None:
        return found
    if (end := brackets.get(after)) is not None:
        return end + 1 if label_key(text[after + 1 : end] or text[content:close]) in labels else None
    return after if label_key(text[content:close]) in labels else None
