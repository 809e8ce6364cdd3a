"""A PO file as rules look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.model.catalog import Catalog
from toolkit.model.locale import LocaleTag
from toolkit.model.message import Template


@dataclass(frozen=True, slots=True)
class CatalogView:
    """A PO file and what it should agree with."""

    catalog: Catalog
    locale: LocaleTag | None
    """The locale of its folder; ``None`` for a file of no project."""
    plural_forms: str = ""
    """What ``Plural-Forms`` should be, where the language is known."""
    template: Template | None = None
    """The messages of the article as it is now; ``None`` where there is none."""
    segmentation: str = ""
    """What ``X-Toolkit-Segmentation`` should be, where there is a template."""
    rules: Mapping[str, bool] = field(default_factory=dict, hash=False)
    """The names of all rules, and whether each is a guard; ``check_catalog`` fills it in."""
