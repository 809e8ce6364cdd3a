"""``toolkit tm export``: every translation of the project as one TMX file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit import __version__
from toolkit.catalog.memory.gathering import Part, gather
from toolkit.catalog.memory.tmx_writer import tmx_text
from toolkit.errors import CatalogError, ConfigError, OutputError
from toolkit.model.locale import LocaleTag
from toolkit.model.output import Output
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.collisions import INTERFACE_DOMAIN
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.sources import usable
from toolkit.workspace.write import bytes_there, write_if_different


@dataclass(frozen=True, slots=True)
class Export:
    """A memory as TMX, and how many translations of each locale it holds."""

    content: bytes
    counts: Mapping[LocaleTag, int] = field(hash=False)


def export_memory(files: ProjectFiles) -> Export:
    """Return what the locales of a project have translated: see `gather`; imported memories come last.

    A PO file that cannot be read is in the report, and the others are exported. Raises `ConfigError`
    where there is no locale.
    """
    if not files.locales:
        raise ConfigError(
            "the project has no PO files yet", rule="locale", hint="add a language: toolkit add-locale fr"
        )
    gathered = gather(_parts(files))
    files.report.found(gathered.findings)
    counts = Counter(tag for unit in gathered.units for tag, _text in unit.targets)
    return Export(
        tmx_text(gathered.units, files.source_locale, __version__),
        {locale.tag: counts[locale.tag] for locale in files.locales},
    )


def write_export(export: Export, path: Path) -> str:
    """Write the file where its bytes differ; return whether it was created, updated or unchanged.

    Raises `OutputError`.
    """
    try:
        there = bytes_there(path.parent, path.name) is not None
        if not write_if_different(path.parent, Output(path.name, export.content)):
            return "unchanged"
    except OutputError as error:  # it names the file only
        raise OutputError(error.message, rule=error.rule, path=path.as_posix(), hint=error.hint) from None
    return "updated" if there else "created"


def _parts(files: ProjectFiles) -> Iterator[Part]:
    domains = {locale: _domains(files, locale) for locale in files.locales}
    for domain in sorted({domain for found in domains.values() for domain in found}):
        for locale in files.locales:
            if domain in domains[locale]:
                try:
                    catalog = files.catalog(locale, domain)
                except CatalogError as error:
                    files.report.failed(error)
                    continue
                if catalog is not None:
                    yield Part(domain, locale.tag, catalog)
    for locale in files.locales:
        try:
            catalog = files.memory(locale)
        except CatalogError as error:
            files.report.failed(error)
            continue
        if catalog is not None:
            yield Part("", locale.tag, catalog)


def _domains(files: ProjectFiles, locale: LocaleFolder) -> frozenset[str]:
    """Return the domains of a locale's PO files, also those whose document is gone, but not that of ours.

    The interface words are translations of the toolkit's own texts, in English everywhere.
    """
    return frozenset(
        path.stem
        for path in (files.project.root / locale.path).glob("*.po")
        if path.stem != INTERFACE_DOMAIN and not path.name.startswith(".") and usable(path.name)
    )
