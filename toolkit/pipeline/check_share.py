"""A share of a project's articles with their PO files, looked at by all rules; one job of many."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.assemble.offer import translations_of
from toolkit.assemble.page import assemble_page
from toolkit.catalog.template import build_template
from toolkit.check.catalog_view import CatalogView
from toolkit.check.file_check import check_catalog
from toolkit.check.site_view import Published
from toolkit.errors import CatalogError, SourceError
from toolkit.languages.plurals import plural_forms
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.locale import LocaleTag
from toolkit.model.message import State, Template
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.report import Report
from toolkit.workspace.locales import LocaleFolder


@dataclass(slots=True)
class Looked:
    """What a share of a project holds; values that can go from process to process."""

    report: Report
    paths: list[str] = field(default_factory=list)
    """The PO files that were looked at."""
    published: dict[LocaleTag, list[Published]] = field(default_factory=dict)


def look_at_share(files: ProjectFiles) -> Looked:
    """Look at the articles of ``files`` and at their PO files, each by itself."""
    judging = Judging(files, deciding=False)
    looked = Looked(files.report)
    for source in files.sources:
        try:
            parsed = files.document(source)
        except SourceError as error:
            files.report.failed(error)
            continue
        document = parsed.document
        segmentation = document.options.segmentation
        template = build_template(document.domain, document.path, parsed.segments, segmentation)
        for locale in files.locales:
            _look_at_catalog(files, judging, parsed, template, locale, looked)
    return looked


def _look_at_catalog(
    files: ProjectFiles,
    judging: Judging,
    parsed: ParsedDocument,
    template: Template,
    locale: LocaleFolder,
    looked: Looked,
) -> None:
    path = files.po_path(locale, template.domain)
    looked.paths.append(path)
    try:
        catalog = files.catalog(locale, template.domain)
    except CatalogError as error:
        files.report.failed(error)
        return
    if catalog is None:
        looked.paths.pop()
        return
    plural = plural_forms(locale.tag, files.overrides(locale.tag))
    view = CatalogView(catalog, locale.tag, plural, template, template.segmentation)
    files.report.found(check_catalog(view, judging.profile(path, locale.tag)))
    translations = translations_of(catalog)
    page = assemble_page(parsed, translations, judging.judgement(path, locale.tag))
    files.report.found(page.findings)
    looked.published.setdefault(locale.tag, []).extend(
        Published(path, translations.entries[key])
        for key, decision in page.decisions.items()
        if decision.state is State.TRANSLATED
    )
