"""``toolkit status``: what is translated, counted against the sources as they are now."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.errors import CatalogError
from toolkit.languages.names import autonym
from toolkit.model.locale import LocaleTag
from toolkit.model.tally import Tally
from toolkit.pipeline.locale_pages import LocalePages
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.status.rows import Row
from toolkit.status.tally import source_tally


@dataclass(frozen=True, slots=True)
class PageState:
    """What ``build`` makes of a document in a locale."""

    held_back: str
    """Why it is not published, in words; empty where it is."""
    as_of: datetime.date | None
    """Since when the document had the text that is shown, where that is not the present one."""


@dataclass(frozen=True, slots=True)
class Status:
    """The tally of every document in every locale."""

    documents: tuple[str, ...]
    """Names, in the order of the sources."""
    locales: tuple[LocaleTag, ...]
    tallies: Mapping[tuple[str, LocaleTag], Tally] = field(hash=False)
    """By document name and locale; of a catalog that cannot be read nothing is translated."""

    source_locale: LocaleTag
    source: Tally
    """The messages, blocks and words that there are to translate."""
    names: Mapping[LocaleTag, str] = field(hash=False)
    """Each language's name in the language itself."""
    pages: Mapping[tuple[str, LocaleTag], PageState] = field(hash=False)
    """What ``build`` makes of them, but for catalogs that cannot be read."""

    def locale_rows(self) -> tuple[Row, ...]:
        """Return a row for each locale: the sum over its documents."""
        return tuple(
            Row(
                tag.gettext,
                self.names[tag],
                _total(t for (_, locale), t in self.tallies.items() if locale == tag),
            )
            for tag in self.locales
        )

    def document_rows(self) -> tuple[Row, ...]:
        """Return a row for each document and locale, in that order."""
        return tuple(
            Row(f"{name} ({tag.gettext})", "", self.tallies[name, tag])
            for name in self.documents
            for tag in self.locales
            if (name, tag) in self.tallies
        )


def _total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def status(files: ProjectFiles) -> Status:
    """Return the tallies of a project: exactly what ``build`` would publish, and nothing is written."""
    documents = []
    tallies = {}
    source = Tally()
    pages = {}
    decided = LocalePages(files)
    for parsed in files.documents():
        name = parsed.document.name
        documents.append(name)
        source += source_tally(parsed.segments)
        for locale in files.locales:
            try:
                catalog = files.catalog(locale, parsed.document.domain)
            except CatalogError as error:
                files.report.failed(error)
                tallies[name, locale.tag] = source_tally(parsed.segments)  # nothing that can be published
                continue
            page = decided.page(parsed, locale, catalog)
            pages[name, locale.tag] = PageState(page.held_back, page.as_of)
            tallies[name, locale.tag] = page.tally
    return Status(
        tuple(documents),
        tuple(locale.tag for locale in files.locales),
        tallies,
        files.source_locale,
        source,
        {locale.tag: autonym(locale.tag, files.overrides(locale.tag)) for locale in files.locales},
        pages,
    )
