"""The segments of link reference definitions: their titles, which people read as tooltips."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.markdown.definition_recording import TITLE, TitlePlace
from toolkit.markdown.dialects.verbatim import template_pieces, without_verbatim
from toolkit.markdown.link_titles import title_text
from toolkit.markdown.segmentation.gathering import Gathering
from toolkit.model.segment import Encoding


def titles_before(found: Gathering) -> Mapping[int, list[str]]:
    """Return the labels of the definitions with a title, by the index of the token that follows them.

    A definition that has no effect, since another one has its label, is none of them.
    """
    labels: dict[int, list[str]] = {}
    for label, definition in found.labels.items():
        if TITLE in definition:
            labels.setdefault(definition[TITLE].before, []).append(label)
    return labels


def gather_titles(found: Gathering, labels: list[str]) -> None:
    """Add the titles of definitions that follow each other."""
    with found.scopes.beside():
        for label in labels:
            if not found.scopes.skipping:
                _gather(found, label, found.labels[label]["title"], found.labels[label][TITLE])


def _gather(found: Gathering, label: str, title: str, place: TitlePlace) -> None:
    written = "\n".join(found.lines.text[a:b] for a, b in place.regions)
    # What a template program reads has to be written as it is read.
    if template_pieces(written, found.dialect) != template_pieces(title, found.dialect):
        return
    text = title_text(title)
    if any(map(str.isalpha, without_verbatim(text, found.dialect))):
        shifts = [found.lines.shift(place.line + number) for number in range(len(place.regions))]
        spans = tuple((a + s, b + s) for (a, b), s in zip(place.regions, shifts, strict=True))
        found.titles[label] = found.add(text, "link title", place.line, spans, "", Encoding.LINK_TITLE)
