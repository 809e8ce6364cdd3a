"""An entry without a translation of its own that gets one; its comments and places stay."""

from __future__ import annotations

from toolkit.catalog.po.edit import with_comments
from toolkit.catalog.po.fields import with_fuzzy, with_previous, with_translations, without_comments
from toolkit.catalog.update.marks import is_reason, reasons, suggested_from, without_marks
from toolkit.catalog.update.style import Style
from toolkit.model.catalog import Entry, Previous


def filled_entry(entry: Entry, source: Entry, origin: str, style: Style) -> Entry:
    """Return the entry, fuzzy, with the translation of an equal or similar text elsewhere."""
    forms = style.forms(source.translations, entry.plural)
    filled = with_translations(entry, forms, style.newline, style.width)
    filled = with_fuzzy(filled, True, style.newline)
    if (source.key, source.plural) != (entry.key, entry.plural):
        previous = Previous(source.key.text, source.key.context, source.plural)
        filled = with_previous(filled, previous, style.newline, style.width)
    return with_comments(filled, [suggested_from(origin)], style.newline)


def arrived_entry(entry: Entry, source: Entry, style: Style) -> Entry:
    """Return the entry with the translation of the same text, and what was said of it where it stood."""
    came = with_translations(
        entry, style.forms(source.translations, entry.plural), style.newline, style.width
    )
    came = with_fuzzy(without_comments(came, is_reason), source.fuzzy, style.newline)
    came = with_previous(came, source.previous if source.fuzzy else None, style.newline, style.width)
    why = reasons(source) if source.fuzzy else ()
    return with_comments(came, [*without_marks(source), *why], style.newline)
