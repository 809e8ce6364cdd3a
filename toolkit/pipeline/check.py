"""``toolkit check``: all that is wrong with the articles and translations of a project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from toolkit import languages
from toolkit.catalog.template import build_template
from toolkit.check.catalog_check import check_entries
from toolkit.check.catalog_view import CatalogView
from toolkit.check.document_view import DocumentView
from toolkit.check.file_check import check_catalog, check_document, check_site
from toolkit.check.pair import Limits
from toolkit.check.site_view import Published, SiteView
from toolkit.errors import CatalogError
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding
from toolkit.model.locale import LocaleTag
from toolkit.model.message import State
from toolkit.pipeline.dead_links import dead_links
from toolkit.pipeline.first_pass import FirstPass, Seen, first_pass
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.collisions import INTERFACE_DOMAIN
from toolkit.workspace.locales import LocaleFolder

_ENGLISH = LocaleTag("en")


@dataclass(slots=True)
class ProjectCheck:
    """A project, looked at by all rules; what was found is in the report of its files."""

    files: ProjectFiles
    judging: Judging
    paths: list[str] = field(default_factory=list)
    """The files that were looked at."""
    published: dict[LocaleTag, list[Published]] = field(default_factory=dict)

    def run(self) -> None:
        """Look at all articles and PO files, and at what they are together."""
        report = self.files.report
        first = first_pass(self.files, self.judging, self._look)
        self.paths += (path for _, path in first.documents)
        report.found(self._articles(first))
        report.found(dead_links(self.files, first))
        for locale in self.files.locales:
            self._look_at_interface(locale)
            view = SiteView(locale.tag, tuple(self.published.get(locale.tag, ())))
            report.found(check_site(view, partial(self.judging.profile, locale=locale.tag)))

    def _look(self, seen: Seen) -> None:
        if seen.catalog is None:
            return
        catalog, locale, parsed = seen.catalog, seen.locale, seen.page.parsed
        self.paths.append(catalog.path)
        segmentation = parsed.document.options.segmentation
        template = build_template(seen.source.domain, seen.source.path, parsed.segments, segmentation)
        plural = languages.plural_forms(locale.tag, self.files.overrides(locale.tag))
        view = CatalogView(catalog, locale.tag, plural, template, segmentation)
        self.files.report.found(check_catalog(view, self.judging.profile(catalog.path, locale.tag)))
        entries = {entry.key: entry for entry in catalog.entries if not entry.obsolete}
        self.published.setdefault(locale.tag, []).extend(
            Published(catalog.path, entries[key])
            for key, decision in seen.page.decisions.items()
            if decision.state is State.TRANSLATED
        )

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
            self.files.report.found(check_words(catalog, locale.tag, self.judging, _ENGLISH))


def check_words(
    catalog: Catalog, locale: LocaleTag, judging: Judging, source_locale: LocaleTag
) -> Iterator[Finding]:
    """Yield what is wrong with a PO file that belongs to no article: the file, and each of its entries."""
    profile = judging.profile(catalog.path, locale)
    yield from check_catalog(CatalogView(catalog, locale, languages.plural_forms(locale)), profile)
    yield from check_entries(catalog, profile, locale, source_locale, judging.allowed(locale))
