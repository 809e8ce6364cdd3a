"""The passages of a page that are not up to date as lists: the first words of each, as a link to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage
from toolkit.languages.numbers import format_number
from toolkit.markdown.parser import Env
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import Segment
from toolkit.publish.layout import quoted
from toolkit.publish.page_view import Text
from toolkit.publish.passages import passage_id
from toolkit.publish.source_words import source_words

MOST: Final = 20
"""How many passages a list names."""
_LONGEST: Final = 60
"""Characters of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class PassageLink:
    """A passage of a page."""

    url: str
    """``#id``, percent-encoded; empty where the passage has no place of its own, as an attribute has none."""
    words: Text
    """Its first words in the source language."""


@dataclass(frozen=True, slots=True)
class PassageList:
    """The passages of one kind, in the order of the article."""

    count: str
    """How many there are, as the language of the page writes it."""
    first: str
    """The way to the first one that has a place on the page, or empty."""
    links: tuple[PassageLink, ...]
    """The first ones."""
    further: str
    """How many are not named, or empty."""


def passage_list(
    page: TranslatedPage,
    numbers: Collection[int],
    ids: Mapping[str, str],
    foreign: Markup,
    locale: LocaleTag,
) -> PassageList | None:
    """Return the passages of some numbers; ``None`` without any.

    ``ids`` says which of them stand on the page, and by which id; ``foreign`` are the attributes of a text
    in the source language.
    """
    if not numbers:
        return None
    listed = sorted(numbers)
    urls = [f"#{quoted(ids[own])}" if (own := passage_id(n)) in ids else "" for n in listed]
    links = tuple(
        PassageLink(url, Text(first_words(page.parsed.segments[number], page.parsed.env), foreign))
        for number, url in zip(listed[:MOST], urls, strict=False)
    )
    further = format_number(len(listed) - MOST, locale) if len(listed) > MOST else ""
    return PassageList(format_number(len(listed), locale), next(filter(None, urls), ""), links, further)


def first_words(segment: Segment, env: Env) -> str:
    """Return how the source text of a segment begins, as plain text on one line."""
    text = source_words(segment.key.text, segment.encoding, env)
    if len(text) <= _LONGEST:
        return text
    cut = text[: _LONGEST + 1].rpartition(" ")[0]
    if 2 * len(cut) < _LONGEST:  # a script without spaces
        end = _LONGEST
        while end > 1 and unicodedata.category(text[end])[0] == "M":
            end -= 1
        cut = text[:end]
    return f"{cut}\u2026"
