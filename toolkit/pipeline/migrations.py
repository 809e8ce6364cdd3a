"""From the segmentation that a catalog was made with to that of today."""

from __future__ import annotations

from toolkit.catalog.po.header import SEGMENTATION
from toolkit.catalog.update.settings import Migration
from toolkit.errors import CatalogError
from toolkit.markdown.earlier_segmentations import EARLIER, earlier_keys
from toolkit.model.catalog import Catalog
from toolkit.model.document import SEGMENTATION_VERSION
from toolkit.model.message import Template
from toolkit.pipeline.project_files import ProjectFiles


class Migrations:
    """Finds the migration of each catalog; a document is read again only where one is needed."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._sources = {source.domain: source for source in files.sources}
        self._found: dict[tuple[str, str], Migration] = {}

    def of(self, catalog: Catalog, template: Template) -> Migration | None:
        """Return what turns a catalog's keys into those of its template; nothing where they are the same.

        Raises `CatalogError` (``po-segmentation``) where a newer version of the toolkit made the catalog, and
        `SourceError`.
        """
        made_with = catalog.header.get(SEGMENTATION, template.segmentation)
        if _version(made_with) > SEGMENTATION_VERSION:
            raise CatalogError(
                f'its messages are of segmentation "{made_with}", newer than {SEGMENTATION_VERSION}',
                rule="po-segmentation",
                path=catalog.path,
                hint="update the toolkit; this version would lose translations",
            )
        rule = EARLIER.get(made_with)
        if rule is None or made_with == template.segmentation or template.domain not in self._sources:
            return None
        key = (template.domain, made_with)
        if key not in self._found:
            parsed = self._files.document(self._sources[template.domain])
            nesting = self._files.project.settings.limits.nesting
            before = rule.segments(parsed.document, nesting)
            self._found[key] = Migration(earlier_keys(before, parsed.segments), rule.convert)
        return self._found[key]


def _version(segmentation: str) -> int:
    number = segmentation.partition(";")[0].strip()
    return int(number) if number.isascii() and number.isdigit() else 0
