"""What a translation may not add to its source: raw HTML and footnotes of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from toolkit.markdown.html_attributes import is_readable
from toolkit.markdown.html_tokens import VOID, HtmlKind, html_tokens
from toolkit.markdown.inline_scan import PieceKind, raw_tags, scan_inline
from toolkit.markdown.references import bracket_ends

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


def raw_html_problem(source: str, translation: str) -> str | None:
    """Return why the raw HTML of a translation cannot be published, or ``None``.

    It may use the tags that its source uses, each as often, in any order that still nests, and may
    translate the attributes that people read; it may leave tags out, but not one half of a pair.
    """
    tags = raw_tags(translation)
    return tag_problem(raw_tags(source), tags) if tags else None


def tag_problem(allowed: Sequence[str], tags: Sequence[str]) -> str | None:
    """Return why the tags of a translation cannot stand for those of its source, or ``None``."""
    for tag in (Counter(map(_comparable, tags)) - Counter(map(_comparable, allowed))).elements():
        return f"the translation has the HTML tag {_shown(tag)}, which its source does not have"
    if _nests(allowed) and not _nests(tags):
        return "the HTML tags of the translation do not nest as those of its source"
    return None


def added_tag(allowed: Sequence[str], text: str, places: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the first of some tags in a text that is more than what is allowed; else an empty range."""
    left = Counter(map(_comparable, allowed))
    for start, stop in places:
        tag = _comparable(text[start:stop])
        if not left[tag]:
            return start, stop
        left[tag] -= 1
    return 0, 0


def footnote_problem(source: str, translation: str, labels: Container[str]) -> str | None:
    """Return why the footnote references of a translation cannot be published, or ``None``.

    ``labels`` are the footnotes that the document defines.  A note nobody refers to vanishes from the
    page, so each reference of the source must be there, as often.
    """
    here, there = _footnotes(source, labels), _footnotes(translation, labels)
    if here == there:
        if _inline_notes(source) == _inline_notes(translation):
            return None
        return "the translation has not as many notes in the text, ^[like this], as its source"
    for label in (here - there).elements():
        return f"the footnote reference [^{label}] of the source is missing in the translation"
    extra = next((there - here).elements())
    return f"the translation has the footnote reference [^{extra}] more often than its source"


def _inline_notes(text: str) -> int:
    """Return how many notes stand in a text between ``^[`` and its bracket."""
    if "^[" not in text:
        return 0
    ends = bracket_ends(text)
    count = escaped = 0
    for piece in scan_inline(text):
        if piece.kind is PieceKind.ESCAPE:
            escaped = piece.stop
        elif piece.kind is PieceKind.OPEN and piece.start in ends:
            count += piece.start > escaped and text[piece.start - 1] == "^"
    return count


def _comparable(tag: str) -> str:
    """Return a tag in one spelling, its readable values empty: read as a browser reads it."""
    token = next(html_tokens(tag))
    if token.kind not in (HtmlKind.START, HtmlKind.END):
        return tag if tag.startswith("<!") else re.sub(r"\s+", " ", tag)
    parts = ["</" if token.kind is HtmlKind.END else "<", token.name]
    for found in token.attributes:
        value = "" if is_readable(tag, token, found.name) else tag[found.start : found.stop]
        quote = "'" if '"' in value else '"'
        parts.append(f" {found.name}={quote}{' '.join(value.split())}{quote}")
    return "".join(parts) + (" />" if token.closed else ">")


def _shown(tag: str) -> str:
    return tag if len(tag) <= 40 else tag[:39] + "…"


def _nests(tags: Sequence[str]) -> bool:
    open_names: list[str] = []
    for tag in tags:
        match = _NAME.match(tag)
        if not match or match[2].lower() in VOID or tag.endswith("/>"):
            continue
        if not match[1]:
            open_names.append(match[2].lower())
        elif not open_names or open_names.pop() != match[2].lower():
            return False
    return not open_names


def _footnotes(text: str, labels: Container[str]) -> Counter[str]:
    if "[^" not in text:
        return Counter()
    found: Counter[str] = Counter()
    pieces = list(scan_inline(text))
    for opening, closing in pairwise(pieces):
        if opening.kind is PieceKind.OPEN and closing.kind is PieceKind.CLOSE:
            label = text[opening.stop : closing.start]
            if label.startswith("^") and label[1:] in labels:
                found[label[1:]] += 1
    return found
