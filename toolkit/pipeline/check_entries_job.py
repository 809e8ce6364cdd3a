"""A share of the entries of a PO file that belongs to no article, looked at by all rules; one job of many."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.check.catalog_check import check_entries
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles


class EntriesJob(NamedTuple):
    """Entries and by what they are judged; values that can go from process to process."""

    files: ProjectFiles | None
    catalog: Catalog
    """The PO file with a share of its entries."""
    locale: LocaleTag
    source_locale: LocaleTag


def look_at_entries(job: EntriesJob) -> tuple[Finding, ...]:
    """Return what the rules find in the entries."""
    judging = Judging(job.files, deciding=False)
    profile = judging.profile(job.catalog.path, job.locale)
    allowed = judging.allowed(job.locale)
    return tuple(check_entries(job.catalog, profile, job.locale, job.source_locale, allowed))
