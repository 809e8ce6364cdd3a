"""Looking at the entries of a PO file of which no article is known: another program's, or interface words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.entry_check import check_pair
from toolkit.check.entry_findings import finding_in_entry
from toolkit.check.pair import Allowed, Pair
from toolkit.check.profile import Profile
from toolkit.check.text_view import TextView
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.gfm import GFM
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.finding import Finding, Place
from toolkit.model.locale import LocaleTag

_REFERENCE = re.compile(r"(?P<path>.+?)(?::(?P<line>[0-9]{1,9}))?")


def check_entries(
    catalog: Catalog,
    profile: Profile,
    locale: LocaleTag,
    source_locale: LocaleTag,
    allowed: Allowed,
    dialect: Dialect = GFM,
) -> Iterator[Finding]:
    """Yield what the rules find in each entry that is translated; its texts are read as inline Markdown.

    Of an entry with plural forms each form is looked at, beside the ``msgid`` where it is the first of
    several, else beside the ``msgid_plural``.
    """
    for entry in catalog.entries:
        if entry.obsolete or entry.fuzzy or not entry.key.text:
            continue
        for number, text in enumerate(entry.translations):
            if not text:
                continue
            form = None if entry.plural is None else number
            source, translation = (
                TextView(one, tag, dialect=dialect)
                for one, tag in ((_source(entry, number, text), source_locale), (text, locale))
            )
            forms = len(entry.translations)
            # Flags cost the reading of the comments, which few entries need.
            flags = entry.flags if "#," in entry.raw else ()
            pair = Pair(source, translation, None, flags, allowed, forms)
            for found in check_pair(pair, entry, profile, form):
                yield finding_in_entry(found, entry, catalog.path, _place(entry), published=False)


def _source(entry: Entry, form: int, text: str) -> str:
    one = entry.key.text
    if entry.plural is None:
        return one
    # "one file" needs no number, and has it where the first form is that of 21 and 31, too.
    numbered = any(mark in text and mark not in one for mark in "%{")
    return one if form == 0 and len(entry.translations) > 1 and not numbered else entry.plural


def _place(entry: Entry) -> Place | None:
    match = _REFERENCE.fullmatch(entry.references[0]) if entry.references else None
    return Place(match["path"], int(match["line"] or 0)) if match else None
