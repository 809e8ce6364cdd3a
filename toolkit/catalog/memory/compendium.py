"""A memory as a PO file: new translations are added, and what stands there keeps every byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.catalog.memory.pairs import Pair
from toolkit.catalog.po.edit import with_comments
from toolkit.catalog.po.header import GENERATOR, HEADER_KEY, HeaderSettings, header_fields, revision_fields
from toolkit.catalog.po.text import escape, format_entry
from toolkit.catalog.po.wrapping import visible_width
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey

_OTHER = "other translation: "


@dataclass(frozen=True, slots=True)
class Addition:
    """A memory with further translations, and what became of them."""

    catalog: Catalog
    """The very catalog that was given, where nothing changed."""
    new: int
    """Texts that it did not have."""
    known: int
    """Texts that it had with this translation."""
    other: int
    """Texts that it had with another translation, which now stands beside the first as a comment."""


def new_compendium(
    settings: HeaderSettings, path: str, language: str, plural_forms: str, date: str, comments: Iterable[str]
) -> Catalog:
    """Return a memory without entries; ``language`` in gettext's spelling, ``comments`` its first lines.

    Its header has no date of a template and no segmentation, for it has no template.
    """
    fields = (
        ("Project-Id-Version", settings.project),
        *revision_fields(date, language),
        ("Plural-Forms", plural_forms),
        ("X-Source-Language", settings.source_locale),
        (GENERATOR, settings.generator),
    )
    msgstr = "".join([f"{name}: {' '.join(value.split())}\n" for name, value in fields])
    header = Entry(format_entry(HEADER_KEY, msgstr, comments=tuple(comments)), HEADER_KEY, msgstr)
    return Catalog(path, (header,), header=header_fields(header))


def with_pairs(catalog: Catalog, pairs: Iterable[Pair]) -> Addition:
    """Return a memory with further translations; of several of one text the first stays the translation.

    The others become translator comments, ``other translation: …``. New entries follow the last one, wrapped
    as the file is.
    """
    offered: dict[MessageKey, dict[str, None]] = {}
    for pair in pairs:
        key = MessageKey(pair.key.context or None, pair.key.text)
        offered.setdefault(key, {})[_with_ends_of(key.text, pair.target)] = None
    entries = list(catalog.entries)
    places: dict[MessageKey, int] = {}
    for number, entry in enumerate(entries):
        if entry.key not in places or not entry.obsolete:
            places[entry.key] = number
    width = visible_width(entries)
    added: list[Entry] = []
    known = other = 0
    for key, targets in offered.items():
        place = places.get(key)
        if place is None:
            first, *further = targets
            raw = format_entry(key, first, newline=catalog.newline, width=width)
            entry = Entry(raw, key, first)
        else:
            entry = entries[place]
            further = [target for target in targets if target not in entry.translations]
        grown = with_comments(entry, [_OTHER + escape(target) for target in further], catalog.newline)
        fresh = len(grown.comments) - len(entry.comments)
        other += fresh
        if place is None:
            added.append(replace(grown, raw=catalog.newline + grown.raw))
        else:
            known += len(targets) - fresh
            entries[place] = grown
            if fresh:
                _end_line(entries, place - 1, catalog.newline)
    if added:
        _end_line(entries, len(entries) - 1, catalog.newline)
    elif not other:
        return Addition(catalog, 0, known, 0)
    return Addition(replace(catalog, entries=(*entries, *added)), len(added), known, other)


def _end_line(entries: list[Entry], place: int, newline: str) -> None:
    """End the last line of an entry, if there is one at the place: a comment must not follow a text."""
    if place >= 0 and not entries[place].raw.endswith("\n"):
        entries[place] = replace(entries[place], raw=entries[place].raw + newline)


def _with_ends_of(source: str, target: str) -> str:
    """Return a translation that begins and ends with a newline where its source does: gettext asks for it."""
    if source.startswith("\n") != target.startswith("\n"):
        target = f"\n{target}" if source.startswith("\n") else target.lstrip("\n")
    if source.endswith("\n") != target.endswith("\n"):
        target = f"{target}\n" if source.endswith("\n") else target.rstrip("\n")
    return target
