"""An untranslated entry that gets a suggestion; its comments and places stay."""

from __future__ import annotations

from toolkit.catalog.po.edit import with_comments
from toolkit.catalog.po.fields import with_fuzzy, with_previous, with_translations
from toolkit.catalog.update.marks import suggested_from
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
