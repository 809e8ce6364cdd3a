"""The catalogs of one locale, brought up to all templates together: translations follow their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from toolkit.catalog.memory.memory import Memory, memory_of
from toolkit.catalog.update.catalog_update import update_catalog
from toolkit.catalog.update.moved_documents import moved_documents
from toolkit.catalog.update.outcome import CatalogUpdate
from toolkit.catalog.update.settings import Migration, UpdateSettings
from toolkit.model.catalog import Catalog
from toolkit.model.message import Template
from toolkit.model.segment import MessageKey


class LocaleUpdate:
    """The update of a locale's catalogs; what it remembers is the state before any of them changes."""

    def __init__(
        self,
        catalogs: Mapping[str, Catalog],
        templates: Mapping[str, Template],
        settings: UpdateSettings,
        imported: Sequence[tuple[str, Catalog]] = (),
    ) -> None:
        """Take the locale's catalogs and the project's templates by domain, and compendia with their names.

        A domain without a template is one whose document is gone; one without a catalog is new in the locale.
        """
        self._catalogs = catalogs
        self._templates = templates
        self._settings = settings
        self._imported = imported

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The old domain of each new one whose document was there under another name."""
        gone = {
            domain: [entry.key for entry in catalog.entries if not entry.obsolete and entry.key.text]
            for domain, catalog in self._catalogs.items()
            if domain not in self._templates
        }
        new = {
            domain: [message.key for message in template.messages]
            for domain, template in self._templates.items()
            if domain not in self._catalogs and template.messages
        }
        return moved_documents({domain: keys for domain, keys in gone.items() if keys}, new)

    def update(
        self,
        catalog: Catalog,
        template: Template,
        migration: Migration | None = None,
        previous: Sequence[MessageKey] | None = None,
    ) -> CatalogUpdate:
        """Return the update of a catalog, which may be newer than the one that was given at first."""
        return update_catalog(catalog, template, self._settings, self._memory, migration, previous)

    @cached_property
    def _memory(self) -> Memory:
        names = {old: domain for domain, old in self.moved.items()}
        catalogs = {names.get(domain, domain): catalog for domain, catalog in self._catalogs.items()}
        wanted = {
            domain: frozenset(message.key for message in template.messages)
            for domain, template in self._templates.items()
        }
        return memory_of(catalogs, wanted, self._imported)
