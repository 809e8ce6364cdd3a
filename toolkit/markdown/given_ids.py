"""The ids that texts of a page get, so that links can lead to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from itertools import chain

from markdown_it.token import Token

from toolkit.markdown.render_settings import RenderSettings

_WRITTEN = re.compile(r"<[^<>]*? id=\"([^\"]*)\"")


class GivenIds:
    """Gives out the ids of ``RenderSettings`` while one page is rendered; no element gets a second id."""

    def __init__(self, settings: RenderSettings) -> None:
        self._inline = settings.ids
        self._embedded = settings.embedded
        self._own: dict[str, str] = {}

    def give(self, index: int, opening: Token) -> str:
        """Give a block its id, if there is one for its inline token and it has none.

        Returns the id where the block is hidden, as the paragraph of a tight list item is: there an element
        within it has to carry the id.
        """
        identifier = self._inline.get(index, "")
        if not identifier or opening.hidden:
            return identifier
        self._own[identifier] = str(opening.attrs.setdefault("id", identifier))
        return ""

    def shown(self, *html: str) -> Mapping[str, str]:
        """Return each id whose text is on the page, and the id that leads there.

        A footnote that nothing refers to is not shown, nor is the meaning of an abbreviation.
        """
        embedded = (mark.id for marks in self._embedded.values() for mark in marks)
        given = {one: self._own.get(one, one) for one in chain(self._inline.values(), embedded)}
        if not given:
            return {}
        written = {unescape(found) for part in html for found in _WRITTEN.findall(part)}
        return {one: own for one, own in given.items() if own in written}
