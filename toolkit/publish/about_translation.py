"""What a page says of its translation: how far it is, what it follows, and who made it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from toolkit.languages.lists import format_list
from toolkit.languages.numbers import format_percent
from toolkit.model.page import PageSummary
from toolkit.publish.page_view import Date, Text, View
from toolkit.publish.passage_lists import PassageList


@dataclass(frozen=True, slots=True)
class AboutTranslation:
    """The values of the block "About this translation"."""

    draft: bool
    percent: str
    """The share translated, in the page's language."""
    follows: Date | None
    """When the source text that it follows last changed."""
    credits: Markup
    """The names of its translators as a list in the page's language, each isolated; or empty."""
    original: Text
    """The title of the source page."""
    waiting: PassageList | None
    """The passages that stand in the source language."""
    stale: PassageList | None
    """Those that translate an earlier source text."""
    translate_url: str
    """Where readers can help, or empty: where nobody has said so, and where there is nothing to do."""


def about_translation(
    view: View,
    summary: PageSummary,
    source: PageSummary,
    waiting: PassageList | None = None,
    stale: PassageList | None = None,
) -> AboutTranslation:
    """Return what is known of the translation of a page; ``source`` is its source page."""
    known = summary.provenance
    names = [str(Markup("<bdi>{}</bdi>").format(escape(n))) for n in (known.translator, known.team) if n]
    complete = summary.tally.translated == summary.tally.total
    return AboutTranslation(
        summary.draft,
        format_percent(summary.tally.ratio, view.locale),
        view.date(known.follows),
        # The parts are markup already, and so is what CLDR puts between them: marks and words.
        Markup(format_list(names, view.locale)) if names else Markup(),
        Text(source.title, Markup(view.source_language.attributes)),
        waiting,
        stale,
        summary.translate_url if summary.draft or not complete else "",
    )
