"""Each link and image of the source stands in the translation, as often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.check.link_facts import counted_links, link_facts, misdirected_links
from toolkit.check.markup_facts import left_markup
from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.rules.structure.reference_label import wrong_labels
from toolkit.model.finding import Severity


def _find(pair: Pair) -> Iterator[Hit]:
    if "[" not in pair.source.text and "<" not in pair.source.text:
        return
    here, there = counted_links(pair, pair.source), counted_links(pair, pair.translation)
    if here == there or wrong_labels(pair):
        return
    new = Counter((link.image, link.address) for link in misdirected_links(pair))
    spoken = pair.translation.of(link_facts).known
    replaced = len(new) + (1 if left_markup(pair) else 0)
    targets = {
        (link.image, link.address): link.target
        for facts in (pair.source.of(link_facts),)
        for link in (*facts.links, *facts.images, *facts.references)
    }
    for key in (here - there).elements():
        if replaced:  # another rule has said so
            replaced -= 1
        elif there[key] or key[0] or key[1] not in spoken:
            what = "image" if key[0] else "link to"
            yield Hit(f'the {what} "{targets[key]}" of the source is missing in the translation')
    for key in there - here:
        if key in here:
            what = "shows the image" if key[0] else "links to"
            place = pair.translation.of(link_facts).place(key[1])
            yield Hit(f'the translation {what} "{targets[key]}" more often than its source', *place)


RULE = EntryRule(
    "link-count",
    Severity.WARNING,
    "Each link and image of the source stands in the translation, as often",
    "put the link around the words that say the same",
    find=_find,
    markdown_only=True,
)
