"""A translation links to the very places that its source links to, and shows the same images."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.link_facts import link_facts, misdirected_links
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.model.finding import Severity

_LOCALIZED = "copy it from the source: a file of its own for a language, photo.fr.png, is found by itself"
_ANCHOR = "copy it from the source: in every language the ids are those of the source headings"


def _find(pair: Pair) -> Iterator[Hit]:
    for link in misdirected_links(pair):
        place = (link.start, link.stop)
        if place == (0, 0):
            place = pair.translation.of(link_facts).place(link.address)
        if link.image:
            yield Hit(
                f'the translation shows the image "{link.target}", which its source does not show',
                *place,
                hint=_LOCALIZED,
            )
        else:
            hint = _ANCHOR if link.target.startswith("#") else ""
            message = f'the translation links to "{link.target}", to which its source does not link'
            yield Hit(message, *place, hint=hint)


RULE = EntryRule(
    "link-target",
    Severity.ERROR,
    "Links and images have the targets of the source",
    "copy the target of the source's link",
    find=_find,
    markdown_only=True,
)
