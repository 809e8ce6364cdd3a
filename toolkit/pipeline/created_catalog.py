"""The first PO file of a document in a locale, and the mark of a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from toolkit import languages
from toolkit.catalog.po.header import header_fields, new_catalog_header
from toolkit.catalog.update.entry_order import is_header
from toolkit.model.catalog import Catalog
from toolkit.model.message import Template
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.locales import LocaleFolder

DRAFT_MARK: Final = "toolkit: unreviewed draft"
"""Comment in a PO file's header: nobody has reviewed the translation, and its page says so."""

_ABOUT_THE_MARK: Final = (
    DRAFT_MARK,
    "Nobody has reviewed this translation yet, and its page says so.",
    "Delete these three lines when somebody has reviewed it.",
)


def created_catalog(files: ProjectFiles, locale: LocaleFolder, template: Template, now: str) -> Catalog:
    """Return a catalog without messages for a template; ``now`` is the date where that has none."""
    tag = locale.tag
    header = new_catalog_header(
        files.header_settings(template.segmentation),
        tag.gettext,
        languages.plural_forms(tag, files.overrides(tag)),
        template.created or now,
        (f"{languages.english_name(tag)} translation of {template.domain}", *_ABOUT_THE_MARK),
    )
    return Catalog(f"{locale.path}/{template.domain}.po", (header,), header=header_fields(header))


def with_header(
    files: ProjectFiles, locale: LocaleFolder, template: Template, now: str, catalog: Catalog
) -> Catalog:
    """Return the catalog, with a new header where it has none: gettext refuses a file without one."""
    if any(is_header(entry) for entry in catalog.entries):
        return catalog
    header = created_catalog(files, locale, template, now).entries[0]
    gap = "" if not catalog.entries or catalog.entries[0].raw.startswith(("\n", "\r\n")) else "\n"
    raw = f"{header.raw}{gap}".replace("\n", catalog.newline)
    return replace(catalog, entries=(replace(header, raw=raw), *catalog.entries))


def is_draft(catalog: Catalog | None) -> bool:
    """Tell whether the header of a catalog marks it as an unreviewed draft."""
    if catalog is None or not catalog.entries or catalog.entries[0].key.text:
        return False
    return any(comment.strip() == DRAFT_MARK for comment in catalog.entries[0].comments)
