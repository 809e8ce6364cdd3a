"""What a locale has ever translated: every entry of its catalogs, obsolete ones too."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from toolkit.catalog.matching.near import NearTexts
from toolkit.catalog.po.header import HEADER_KEY
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.segment import MessageKey

IMPORTED = "memory"
"""The origin of translations that were imported: the name of their file, ``memory.po``."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translated entry, and where it stands."""

    entry: Entry
    origin: str
    """Its domain, or ``IMPORTED``."""
    gone: bool
    """Whether no document has its message any more, so that it is free to be used again."""
    imported: bool = False
    """Whether it comes from a compendium, which may have the name of a domain."""


class Memory:
    """Looks texts up among remembered entries; of several, the first in the order given is found."""

    def __init__(self, remembered: Iterable[Remembered]) -> None:
        self._all = tuple(remembered)

    def exact(self, key: MessageKey, domain: str) -> Remembered | None:
        """Return the translation of a message of ``domain``, rather of a text that is gone, in its context.

        A fuzzy entry is found only where it is gone and its context is the same: then it has moved. Entries
        of ``domain`` itself count only for another context.
        """
        best: Remembered | None = None
        for found in self._by_text.get(key.text, ()):
            same = found.entry.key == key
            own = same and found.origin == domain and not found.imported
            if own or (found.entry.fuzzy and not (found.gone and same)):
                continue
            if best is None or _rank(found, key) < _rank(best, key):
                best = found
        return best

    def near(self, text: str) -> Remembered | None:
        """Return the translation, not fuzzy, of the text that is most like ``text``; none is like enough."""
        best = self._near.best(text)
        return None if best is None else self._by_text[self._texts[best.index]][0]

    @cached_property
    def _by_text(self) -> Mapping[str, Sequence[Remembered]]:
        found: dict[str, list[Remembered]] = {}
        for remembered in self._all:
            found.setdefault(remembered.entry.key.text, []).append(remembered)
        for several in found.values():
            several.sort(key=lambda one: one.entry.fuzzy)
        return found

    @cached_property
    def _texts(self) -> Sequence[str]:
        return [text for text, found in self._by_text.items() if not found[0].entry.fuzzy]

    @cached_property
    def _near(self) -> NearTexts:
        return NearTexts(self._texts)


def memory_of(
    catalogs: Mapping[str, Catalog],
    wanted: Mapping[str, Container[MessageKey]],
    imported: Sequence[tuple[str, Catalog]] = (),
) -> Memory:
    """Return the memory of a locale.

    ``catalogs`` are its files by domain, ``wanted`` the messages that each document has now, by domain; a
    domain without document has none. ``imported`` are compendia with the names that suggestions
    from them give; their translations are never free.
    """
    return Memory(
        [
            *(
                Remembered(entry, domain, entry.obsolete or entry.key not in wanted.get(domain, ()))
                for domain, catalog in sorted(catalogs.items())
                for entry in _translated(catalog)
            ),
            *(
                Remembered(entry, name, False, True)
                for name, catalog in imported
                for entry in _translated(catalog)
                if not entry.fuzzy
            ),
        ]
    )


def _translated(catalog: Catalog) -> Iterable[Entry]:
    return (entry for entry in catalog.entries if entry.key != HEADER_KEY and entry.translated)


def _rank(found: Remembered, key: MessageKey) -> tuple[bool, bool, bool]:
    return not (found.gone and found.entry.key == key), found.entry.fuzzy, found.entry.key != key
