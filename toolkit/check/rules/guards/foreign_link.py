"""A translation links to no host that its source does not link to, and shows nothing from one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.link_facts import Link, foreign_links, link_facts
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.markdown.placement.normal_text import placed_forms
from toolkit.model.finding import Severity

_MAY_LINK = re.compile(r"\]\(|<|://|www\.", re.IGNORECASE)
_LONGEST = 60


def _find(pair: Pair) -> Iterator[Hit]:
    view = pair.translation
    if not _MAY_LINK.search(view.text):
        return
    for text in placed_forms(view.text):
        form = view
        if text != view.text:
            form = TextView(text, view.locale, dialect=view.dialect, definitions=view.definitions)
        for link in foreign_links(pair, form) if form is view else _made_by_line_ends(pair, form):
            target = link.target if len(link.target) <= _LONGEST else link.target[: _LONGEST - 1] + "…"
            message = f'the translation links to "{target}", where no link of its source leads'
            if link.image:
                message = f'the translation shows an image from "{target}", as its source does not'
            place = (link.start, link.stop) if form is view else (0, 0)
            if form is view and place == (0, 0):
                place = view.of(link_facts).place(link.address)
            yield Hit(message, *place)
            return


def _made_by_line_ends(pair: Pair, form: TextView) -> Iterator[Link]:
    """Yield the links of another form of a translation that neither it nor its source has.

    A backslash and a line end in a target are read as a part of it, and what it leads to is nobody's.
    """
    yield from foreign_links(pair, form)
    known = pair.source.of(link_facts).known | pair.translation.of(link_facts).known
    facts = form.of(link_facts)
    yield from (one for one in (*facts.images, *facts.links) if one.address not in known)


RULE = EntryRule(
    "foreign-link",
    Severity.ERROR,
    "A translation leads readers only where its source leads them",
    "copy the target of the source's link",
    guard=True,
    find=_find,
    markdown_only=True,
)
