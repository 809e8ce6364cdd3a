"""``toolkit check``: all that is wrong with the articles and translations of a project."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from toolkit.check.catalog_view import CatalogView
from toolkit.check.document_view import DocumentView
from toolkit.check.file_check import check_catalog, check_document, check_site
from toolkit.check.pair import Limits
from toolkit.check.site_view import Published, SiteView
from toolkit.errors import CatalogError
from toolkit.jobs.pool import running, shares, workers_for
from toolkit.languages.plurals import plural_forms
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.check_entries_job import EntriesJob, look_at_entries
from toolkit.pipeline.check_share import look_at_share
from toolkit.pipeline.dead_links import dead_links
from toolkit.pipeline.first_pass import FirstPass, first_pass
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.report import Report
from toolkit.workspace.collisions import INTERFACE_DOMAIN
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.regular_file import size_of

_ENGLISH = LocaleTag("en")


@dataclass(slots=True)
class ProjectCheck:
    """A project, looked at by all rules; what was found is in the report of its files."""

    files: ProjectFiles
    judging: Judging
    paths: list[str] = field(default_factory=list)
    """The files that were looked at."""
    most_processes: int | None = None
    """Never more than these; none: as many as are worth it."""

    def run(self) -> None:
        """Look at all articles and PO files, and at what they are together."""
        files, report = self.files, self.files.report
        shares = self._shares()
        with running(look_at_share, shares, len(shares)) as results:
            # While other processes look at translations, this one looks at the articles and their links.
            first = first_pass(replace(files, locales=(), report=report))
            self.paths += (path for _, path in first.documents)
            report.found(self._articles(first))
            report.found(dead_links(files, first))
            published: dict[LocaleTag, list[Published]] = defaultdict(list)
            for looked in results:
                report.take(looked.report)
                self.paths += looked.paths
                for tag, entries in looked.published.items():
                    published[tag] += entries
        for locale in files.locales:
            self._look_at_interface(locale)
            # In the order of files, however they were shared out.
            entries = sorted(published[locale.tag], key=lambda one: one.path)
            view = SiteView(locale.tag, tuple(entries))
            report.found(check_site(view, partial(self.judging.profile, locale=locale.tag)))

    def _shares(self) -> tuple[ProjectFiles, ...]:
        """Return the project in as many parts as are worth a process; of a small one it is one."""
        files = self.files
        size = sum(
            size_of(files.project.root / files.po_path(locale, source.domain))
            for source in files.sources
            for locale in files.locales
        )
        count = min(workers_for(size), self.most_processes or sys.maxsize)
        parts = shares(files.sources, count)
        return tuple(replace(files, sources=part, report=Report(level=files.report.level)) for part in parts)

    def _articles(self, first: FirstPass) -> Iterator[Finding]:
        settings = self.files.project.settings.check
        for job in first.jobs:
            if job.summary.locale == self.files.source_locale:
                parsed = job.page.parsed
                view = DocumentView(parsed, self.files.source_locale, Limits(settings.segment_words))
                profile = self.judging.profile(parsed.document.path, self.files.source_locale)
                yield from check_document(view, profile)

    def _look_at_interface(self, locale: LocaleFolder) -> None:
        """Look at a project's own words of the pages, whose source is always English."""
        try:
            catalog = self.files.catalog(locale, INTERFACE_DOMAIN)
        except CatalogError as error:
            self.files.report.failed(error)
            return
        if catalog is not None:
            self.paths.append(catalog.path)
            self.files.report.found(check_words(self.files, catalog, locale.tag, _ENGLISH))


def check_words(
    files: ProjectFiles | None, catalog: Catalog, locale: LocaleTag, source_locale: LocaleTag
) -> Iterator[Finding]:
    """Yield what is wrong with a PO file that belongs to no article: the file, and each of its entries."""
    judging = Judging(files, deciding=False)
    judging.allowed(locale)  # whichever process looks, what is wrong with the glossary is said in this one
    plural = plural_forms(locale, files.overrides(locale) if files else None)
    view = CatalogView(catalog, locale, plural)
    yield from check_catalog(view, judging.profile(catalog.path, locale))
    parts = shares(catalog.entries, workers_for(sum(len(entry.raw) for entry in catalog.entries)))
    jobs = [EntriesJob(files, replace(catalog, entries=part), locale, source_locale) for part in parts]
    with running(look_at_entries, jobs, len(jobs)) as results:
        for found in results:
            yield from found
