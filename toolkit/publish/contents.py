"""The table of contents of a page: its headings of the second and the third level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.inline_text import plain_text
from toolkit.markdown.message_text import heading_attributes
from toolkit.publish.front_phrases import Phrase
from toolkit.publish.layout import quoted

FEWEST: Final = 3
"""Headings below which a page is seen at a glance, and gets no table of contents."""

_LEVELS: Final = {"h2": 2, "h3": 3}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, as a link to it needs it."""

    level: int
    url: str
    """``#id``, percent-encoded; the id is that of the source heading in every language."""
    title: Phrase


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A line of the table of contents, with those below it."""

    url: str
    title: str
    attributes: Markup
    """``lang`` and ``dir`` where the heading is not in the page's language."""
    below: list[ContentsItem] = field(default_factory=list, hash=False)


def headings(page: TranslatedPage, heading_ids: tuple[str, ...], *, is_source: bool) -> tuple[Heading, ...]:
    """Return what a table of contents lists; nothing for fewer than three headings.

    A heading within a quotation, a list or a box is part of that, and is left out. To be asked before
    the page is rendered, which uses its tokens up.
    """
    translated = page.translated_tokens()
    found = tuple(_found(page, heading_ids, None if is_source else translated))
    return found if len(found) >= FEWEST else ()


def nested(found: tuple[Heading, ...], foreign: Markup) -> list[ContentsItem]:
    """Return headings as a tree: third levels below the second one before them.

    ``foreign`` are the attributes of a title in the source language.
    """
    items: list[ContentsItem] = []
    for heading in found:
        attributes = Markup() if heading.title.translated else foreign
        item = ContentsItem(heading.url, heading.title.text, attributes)
        within = items[-1].below if heading.level == 3 and items else items
        within.append(item)
    return items


def _found(
    page: TranslatedPage, heading_ids: tuple[str, ...], translated: frozenset[int] | None
) -> Iterator[Heading]:
    tokens = page.edition.tokens
    ids = iter(heading_ids)
    for index, token in enumerate(tokens):
        if token.type != "inline" or tokens[index - 1].type != "heading_open":
            continue
        opening, identifier = tokens[index - 1], next(ids, "")
        if opening.tag not in _LEVELS or opening.level or not identifier:
            continue
        title = plain_text(token.content[: heading_attributes(token.content)[0]], page.edition.env)
        if title:
            own = translated is None or index in translated or not has_letter(title)
            yield Heading(_LEVELS[opening.tag], f"#{quoted(identifier)}", Phrase(title, own))
