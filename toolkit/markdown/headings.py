"""Ids of headings by GitHub's rule, always from the source heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_KEPT_CATEGORIES = frozenset("LMN")
_OURS = re.compile(
    r"toolkit-(?:about|breadcrumb|contents?|footnotes|languages|neighbours|passage-[0-9]+|preview|results|search)"
    r"|fn(?:ref)?[0-9]+"
)
"""Ids that pages have of their own."""


def heading_slug(text: str) -> str:
    """Return the id of a heading's plain text: lower case, letters of every script, digits, ``-``, ``_``.

    Punctuation is dropped and each space becomes ``-``, as GitHub does it.
    """
    kept = []
    for character in text.strip().lower():
        if character.isspace():
            kept.append("-")
        elif character in "-_" or unicodedata.category(character)[0] in _KEPT_CATEGORIES:
            kept.append(character)
    return "".join(kept)


def unique_ids(headings: Iterable[tuple[str | None, str]]) -> tuple[str, ...]:
    """Return an id for each heading, given its explicit id or ``None`` and its plain text.

    Explicit ids win; a repeated slug, and one that would be an id of ours, gets ``-1``, ``-2`` in the order
    of the document.
    """
    headings = tuple(headings)
    taken = {explicit for explicit, _ in headings if explicit}
    counts: dict[str, int] = {}
    ids = []
    for explicit, text in headings:
        if explicit:
            ids.append(explicit)
            continue
        slug = heading_slug(text) or "section"
        candidate = slug
        while candidate in taken or _OURS.fullmatch(candidate):
            counts[slug] = counts.get(slug, 0) + 1
            candidate = f"{slug}-{counts[slug]}"
        taken.add(candidate)
        ids.append(candidate)
    return tuple(ids)


_SPACE = re.compile(r"\s+")


def collapsed(text: str) -> str:
    """Return plain text on one line."""
    return _SPACE.sub(" ", text).strip()
