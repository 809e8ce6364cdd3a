"""What a translation may not add to its source: raw HTML and footnotes of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from toolkit.markdown.inline_scan import PieceKind, raw_tags, scan_inline

_READABLE = re.compile(
    r"(\s(?:alt|title|aria-label|placeholder)\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\"'=<>`\s]+)", re.IGNORECASE
)
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_VOID = frozenset(  # HTML, 13.1.2
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def raw_html_problem(source: str, translation: str) -> str | None:
    """Return why the raw HTML of a translation cannot be published, or ``None``.

    It may use the tags that its source uses, each as often, in any order that still nests, and may
    translate the attributes that people read; it may leave tags out, but not one half of a pair.
    """
    tags = raw_tags(translation)
    if not tags:
        return None
    allowed = raw_tags(source)
    for tag in (Counter(map(_comparable, tags)) - Counter(map(_comparable, allowed))).elements():
        return f"the translation has the HTML tag {_shown(tag)}, which its source does not have"
    if _nests(allowed) and not _nests(tags):
        return "the HTML tags of the translation do not nest as those of its source"
    return None


def footnote_problem(source: str, translation: str, labels: Container[str]) -> str | None:
    """Return why the footnote references of a translation cannot be published, or ``None``.

    ``labels`` are the footnotes that the document defines.  A note nobody refers to vanishes from the
    page, so each reference of the source must be there, as often.
    """
    here, there = _footnotes(source, labels), _footnotes(translation, labels)
    if here == there:
        return None
    for label in (here - there).elements():
        return f"the footnote reference [^{label}] of the source is missing in the translation"
    extra = next((there - here).elements())
    return f"the translation has the footnote reference [^{extra}] more often than its source"


def _comparable(tag: str) -> str:
    blanked = _READABLE.sub(r'\1""', tag)
    return tag if tag.startswith("<!") else re.sub(r"\s+", " ", blanked)


def _shown(tag: str) -> str:
    return tag if len(tag) <= 40 else tag[:39] + "…"


def _nests(tags: Sequence[str]) -> bool:
    open_names: list[str] = []
    for tag in tags:
        match = _NAME.match(tag)
        if not match or match[2].lower() in _VOID or tag.endswith("/>"):
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
