"""What a catalog offers for a message, before structure is verified: the first half of the decision."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from toolkit.markdown.inline_safety import footnote_problem, link_problem, raw_html_problem
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.decision import Objection
from toolkit.model.message import State
from toolkit.model.segment import Encoding, MessageKey, Segment


@dataclass(frozen=True, slots=True)
class Offer:
    """The translation of a message that may be published, or why there is none."""

    state: State
    text: str = ""
    objection: Objection | None = None


@dataclass(frozen=True, slots=True)
class Translations:
    """The active entries of a locale's catalog by message; obsolete ones are no translations."""

    path: str = ""
    """The PO file, for findings; empty where there is none."""
    entries: Mapping[MessageKey, Entry] = field(default_factory=dict, hash=False)


def translations_of(catalog: Catalog | None) -> Translations:
    """Return what a catalog holds for publishing."""
    if catalog is None:
        return Translations()
    return Translations(catalog.path, {entry.key: entry for entry in catalog.entries if not entry.obsolete})


def offer(segment: Segment, entry: Entry | None, footnotes: Container[str]) -> Offer:
    """Return what an entry offers for a segment; fuzzy and empty translations are never published."""
    if entry is None or not entry.msgstr:
        return Offer(State.UNTRANSLATED)
    if entry.fuzzy:
        return Offer(State.FUZZY)
    if entry.msgstr != segment.key.text and segment.encoding is not Encoding.YAML:
        objection = _objection(segment.key.text, entry.msgstr, footnotes)
        if objection:
            return Offer(State.WITHHELD, objection=objection)
    return Offer(State.TRANSLATED, entry.msgstr)


def _objection(source: str, translation: str, footnotes: Container[str]) -> Objection | None:
    """Return what a translation adds to its source that it may not: translators are semi-trusted."""
    if problem := raw_html_problem(source, translation):
        hint = "write < as &lt; where it is no tag, or use the tags of the source"
        return Objection("raw-html", problem, hint)
    if problem := link_problem(source, translation):
        return Objection("link-target", problem, "copy the target of the source's link")
    if problem := footnote_problem(source, translation, footnotes):
        hint = "copy the footnote references and notes of the source, each one once"
        return Objection("footnote-reference", problem, hint)
    return None
