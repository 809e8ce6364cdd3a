"""What a page says of its translation: how far it is, what it follows, and who made it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from toolkit.languages.lists import format_list
from toolkit.languages.numbers import format_percent
from toolkit.model.page import PageSummary
from toolkit.publish.page_view import Date, Text, View


@dataclass(frozen=True, slots=True)
class AboutTranslation:
    """The values of the block "About this translation"."""

    draft: bool
    complete: bool
    percent: str
    """The share translated, in the page's language."""
    follows: Date | None
    """When the source text that it follows last changed."""
    credits: Markup
    """The names of its translators as a list in the page's language, each isolated; or empty."""
    original: Text
    """The title of the source page."""


def about_translation(view: View, summary: PageSummary, source: PageSummary) -> AboutTranslation:
    """Return what is known of the translation of a page; ``source`` is its source page."""
    known = summary.provenance
    names = [str(Markup("<bdi>{}</bdi>").format(escape(n))) for n in (known.translator, known.team) if n]
    return AboutTranslation(
        summary.draft,
        summary.tally.translated == summary.tally.total,
        format_percent(summary.tally.ratio, view.locale),
        view.date(known.follows),
        # The parts are markup already, and so is what CLDR puts between them: marks and words.
        Markup(format_list(names, view.locale)) if names else Markup(),
        Text(source.title, Markup(view.source_language.attributes)),
    )
