"""What a translation memory keeps of a catalog: texts with a translation that nobody has to check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.catalog import Catalog
from toolkit.model.segment import MessageKey


class Pair(NamedTuple):
    """A text in its context, and a translation of it."""

    key: MessageKey
    target: str
    line: int = 0
    """Line of the translation in its PO file, from 1; 0 where it comes from elsewhere."""


def pairs_of(catalog: Catalog) -> Iterator[Pair]:
    """Yield the translated entries that are not fuzzy, active and obsolete ones, in the order of the file.

    An entry with a plural gives its singular with the first form, and its plural with each further one; both
    with the only form of a language that has one. The header is no entry here.
    """
    for entry in catalog.entries:
        if entry.fuzzy or not entry.key.text:
            continue
        context = entry.key.context
        texts = [(entry.key.text, entry.translations[0])]
        if entry.plural:
            texts += [(entry.plural, form) for form in entry.forms[1:] or entry.forms]
        for source, target in texts:
            if source.strip() and target.strip():
                yield Pair(MessageKey(context, source), target, entry.msgstr_line)
