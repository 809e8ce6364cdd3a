"""The index of a site, from the pages of a first pass."""

from __future__ import annotations

from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.page import SiteIndex
from toolkit.pipeline.first_pass import FirstPass
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.localized_files import made_for
from toolkit.publish.site import site_index
from toolkit.workspace.localized_files import files_in_reach


def site_of(files: ProjectFiles, first: FirstPass) -> SiteIndex:
    """Return where each page of a project is published, and in which languages."""
    locales = [locale.tag for locale in files.locales]
    overrides: dict[LocaleTag, LanguageOverrides] = {}
    for locale in files.locales:
        if found := files.overrides(locale.tag):
            overrides[locale.tag] = found
    return site_index(
        files.source_locale,
        locales,
        first.documents,
        [*(job.summary for job in first.jobs), *first.kept_pages],
        overrides,
        files.layout,
        _localized_files(files, first, locales),
        files.project.settings.base_url,
        files.project.settings.search,
    )


def _localized_files(files: ProjectFiles, first: FirstPass, locales: list[LocaleTag]) -> frozenset[str]:
    documents = (job.page.parsed.document for job in first.jobs if job.summary.locale == files.source_locale)
    found = files_in_reach(files.project.root, ((document.path, document.text) for document in documents))
    return made_for(found, locales, files.source_locale)
