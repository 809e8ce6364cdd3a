"""Domains whose document is gone, though their files are still there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.catalog.po.header import SEGMENTATION
from toolkit.errors import CatalogError
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.collisions import INTERFACE_DOMAIN
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.read import read_bytes_or_none
from toolkit.workspace.sources import usable


@dataclass(frozen=True, slots=True)
class Vanished:
    """A domain without a document: its template's bytes, if any, and the locales that have a PO file."""

    domain: str
    segmentation: str
    template: bytes | None
    locales: tuple[LocaleFolder, ...]


def vanished_domains(files: ProjectFiles, locales: Sequence[LocaleFolder]) -> tuple[Vanished, ...]:
    """Return the domains that we made and that no document has any more, by name.

    Ours is a file whose header names a segmentation: another program's domains are not ours to retire. Nor
    is a name that no document can have: its document was left out for that name, and is still there.
    """
    present = {source.domain for source in files.sources} | {INTERFACE_DOMAIN}
    root = files.project.root
    segmentations: dict[str, str] = {}
    templates: dict[str, bytes] = {}
    owners: dict[str, list[LocaleFolder]] = {}
    for path in sorted(files.project.locales_dir.glob("*.pot")):
        if path.stem not in present and usable(path.name):
            try:
                data = read_bytes_or_none(root, f"locales/{path.name}", files.project.settings.limits)
                if data is None:
                    continue
                header = files.read(data, f"locales/{path.name}").header
            except CatalogError as error:
                files.report.failed(error)
                continue
            if SEGMENTATION in header:
                templates[path.stem] = data
                segmentations[path.stem] = header[SEGMENTATION]
    for locale in locales:
        for path in sorted((root / locale.path).glob("*.po")):
            if path.stem not in present and usable(path.name):
                try:
                    catalog = files.catalog(locale, path.stem)
                except CatalogError as error:
                    files.report.failed(error)
                    continue
                if catalog is not None and SEGMENTATION in catalog.header:
                    owners.setdefault(path.stem, []).append(locale)
                    segmentations.setdefault(path.stem, catalog.header[SEGMENTATION])
    return tuple(
        Vanished(domain, segmentations[domain], templates.get(domain), tuple(owners.get(domain, ())))
        for domain in sorted(segmentations)
    )
