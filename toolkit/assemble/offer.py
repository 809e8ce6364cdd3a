"""What a catalog offers for a message, before structure is verified: the first half of the decision."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from toolkit.markdown.code_text import code_problem
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.markdown.html_text import html_problem
from toolkit.markdown.inline_safety import footnote_problem, link_problem, raw_html_problem
from toolkit.markdown.other_readers import other_markup
from toolkit.markdown.placement import placed_forms
from toolkit.markdown.verbatim_safety import verbatim_problem
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.decision import Objection
from toolkit.model.message import State
from toolkit.model.segment import MessageKey, Segment

_AS_THEY_ARE = frozenset({"commonmark", "gfm"})
"""Dialects whose readers keep to the grammar that we parse by."""
_NO_TAG = "write < as &lt; where it is no tag, or use the tags of the source"


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


def offer(segment: Segment, entry: Entry | None, footnotes: Container[str], dialect: Dialect = GFM) -> Offer:
    """Return what an entry offers for a segment; fuzzy and empty translations are never published."""
    if entry is None or not entry.msgstr:
        return Offer(State.UNTRANSLATED)
    if entry.fuzzy:
        return Offer(State.FUZZY)
    if entry.msgstr != segment.key.text and not segment.encoding.in_front_matter:
        objection = (
            _objection_in_html(segment, entry.msgstr, dialect)
            if segment.encoding.in_html
            else _objection_in_code(segment, entry.msgstr, dialect)
            if segment.encoding.in_code
            else _objection_as_placed(segment.key.text, entry.msgstr, footnotes, dialect)
        )
        if segment.encoding.in_quotes and "\\" in entry.msgstr and "\\" not in segment.key.text:
            hint = "write it without a backslash"
            problem = "a backslash in a quoted argument, which programs read as an escape"
            objection = objection or Objection("verbatim-piece", problem, hint)
        if objection:
            return Offer(State.WITHHELD, objection=objection)
    return Offer(State.TRANSLATED, entry.msgstr)


def _objection_in_html(segment: Segment, translation: str, dialect: Dialect) -> Objection | None:
    if problem := html_problem(segment, translation):
        return Objection("raw-html", problem, _NO_TAG)
    return _changed_piece(segment.key.text, translation, dialect)


def _objection_in_code(segment: Segment, translation: str, dialect: Dialect) -> Objection | None:
    if problem := code_problem(segment, translation):
        return Objection("code-comment", problem, "write plain text, line for line as in the source")
    return _changed_piece(segment.key.text, translation, dialect)


def _changed_piece(source: str, translation: str, dialect: Dialect) -> Objection | None:
    if problem := verbatim_problem(source, translation, dialect):
        hint = "copy it letter by letter: the site generator reads it, not the reader"
        return Objection("verbatim-piece", problem, hint)
    if dialect.name not in _AS_THEY_ARE and (problem := other_markup(source, translation)):
        return Objection("verbatim-piece", problem, "leave it out, or write its first character as an entity")
    return None


def _objection_as_placed(
    source: str, translation: str, footnotes: Container[str], dialect: Dialect
) -> Objection | None:
    """Return what is wrong with a translation in any of the forms that it can be written in."""
    for text in placed_forms(translation):
        if objection := _objection(source, text, footnotes, dialect):
            return objection
    return None


def _objection(
    source: str, translation: str, footnotes: Container[str], dialect: Dialect
) -> Objection | None:
    """Return what a translation adds to its source that it may not: translators are semi-trusted."""
    if problem := raw_html_problem(source, translation):
        return Objection("raw-html", problem, _NO_TAG)
    if problem := link_problem(source, translation):
        return Objection("link-target", problem, "copy the target of the source's link")
    if problem := footnote_problem(source, translation, footnotes):
        hint = "copy the footnote references and notes of the source, each one once"
        return Objection("footnote-reference", problem, hint)
    return _changed_piece(source, translation, dialect)
