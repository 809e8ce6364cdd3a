"""The labels of reference links are those of the source: they name a target and are not read."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.text_view import TextView
from toolkit.markdown.references import Reference, full_references, label_key
from toolkit.model.finding import Severity


def _references(view: TextView) -> tuple[Reference, ...]:
    return full_references(view.text) if "][" in view.text else ()


def wrong_labels(pair: Pair) -> tuple[tuple[Reference, bool], ...]:
    """Return the labels of a translation that are not its source's, and whether the document defines them."""
    if "[" not in pair.translation.text:
        return ()
    known = {one.key for one in pair.source.of(_references)} | {
        one.label for one in pair.source.reading.links
    }
    defined = pair.source.definitions.labels
    asked = any(one.key in defined or not defined for one in pair.source.of(_references))
    found = [
        (one, one.key in defined)
        for one in pair.translation.of(_references)
        if one.key not in known and (one.key in defined or asked)
    ]
    spoken = {one.key for one, _ in found}
    found += [
        (_short(pair.translation.text, link.label), True)
        for link in pair.translation.reading.links
        if link.label and link.label not in known and link.label not in spoken
    ]
    return tuple(found)


def _short(text: str, key: str) -> Reference:
    """Return the reference ``[label]`` whose label is all of its text."""
    start = text.find("[")
    while start >= 0:
        stop = text.find("]", start, start + 1001)  # the longest label of CommonMark
        if stop > 0 and label_key(text[start + 1 : stop]) == key:
            return Reference(key, start + 1, stop)
        start = text.find("[", start + 1)
    return Reference(key, 0, 0)


def _find(pair: Pair) -> Iterator[Hit]:
    text = pair.translation.text
    for one, defined in wrong_labels(pair):
        label = text[one.start : one.stop] or one.key
        if defined:
            yield Hit(
                f'the label "{label}" makes a link that the source does not have here', one.start, one.stop
            )
        else:
            yield Hit(f'the label "{label}" is not defined, so its brackets would show', one.start, one.stop)


RULE = EntryRule(
    "reference-label",
    Severity.ERROR,
    "The labels of reference links are those of the source",
    "copy the second pair of brackets of [text][label] from the source, and translate the first",
    find=_find,
    markdown_only=True,
)
