"""The template that a POT file of any origin holds."""

from __future__ import annotations

from toolkit.catalog.po.header import CREATION_DATE, HEADER_KEY
from toolkit.model.catalog import Catalog
from toolkit.model.message import Message, Template


def template_of(catalog: Catalog, domain: str = "") -> Template:
    """Return the active messages of a catalog as a template that no segmentation of ours made.

    Flags and plural forms belong to it; ``fuzzy`` and translations in it say nothing of the new catalog.
    """
    return Template(
        domain,
        tuple(
            Message(
                entry.key,
                entry.notes,
                entry.references,
                entry.plural,
                tuple(flag for flag in entry.flags if flag != "fuzzy"),
                entry.comments,
            )
            for entry in catalog.entries
            if not entry.obsolete and entry.key != HEADER_KEY
        ),
        "",
        catalog.header.get(CREATION_DATE, ""),
    )
