"""The pages of a few files that have changed, made against the site of the last build; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import Final

from toolkit.model.finding import Finding
from toolkit.pipeline.assets import AssetCopies
from toolkit.pipeline.build import Built, page_outputs
from toolkit.pipeline.first_pass import first_pass
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.report import Report
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.source_file import SourceFile

_MOST: Final = 20
"""Pages; for more a whole build is as well."""


@dataclass(frozen=True, slots=True)
class ChangedPages:
    """What became of the pages of changed files."""

    pages: Mapping[str, bytes]
    """HTML pages by path below the output folder: as a build will write them, unless others change too."""
    looked_at: frozenset[str]
    """The articles and PO files that were read."""
    findings: tuple[Finding, ...]
    """What is wrong with those."""


def is_shown(path: str) -> bool:
    """Tell whether an output is seen in a browser: copies of Markdown editions are not."""
    return path.startswith("html/") and not path.endswith(".md")


def changed_pages(files: ProjectFiles, before: Built, changed: Set[str]) -> ChangedPages | None:
    """Return the pages that the files at these paths give, whose last build was ``before``.

    ``None`` where a build has to be made: for other files than known articles and their PO files, and for
    many pages.  Pages that cannot be made now, or are not published any more, are not among them.
    """
    wanted: dict[str, tuple[SourceFile, set[LocaleFolder]]] = {}
    left = set(changed)
    for source in files.sources:
        of_source = {locale for locale in files.locales if files.po_path(locale, source.domain) in left}
        if source.path in left:
            of_source = set(files.locales)
        if source.path in left or of_source:
            wanted[source.name] = source, of_source
        left -= {source.path, *(files.po_path(locale, source.domain) for locale in of_source)}
    if left or not wanted.keys() <= set(before.site.documents):
        return None
    if sum(1 + len(locales) for _, locales in wanted.values()) > _MOST:
        return None
    report = Report()
    looked_at: set[str] = set()
    firsts = []
    summaries = dict(before.site.pages)
    for source, locales in wanted.values():
        looked_at |= {source.path, *(files.po_path(locale, source.domain) for locale in locales)}
        chosen = tuple(locale for locale in files.locales if locale in locales)
        part = replace(files, sources=(source,), locales=chosen, report=report)
        first = first_pass(part)
        firsts.append((part, first))
        summaries.update({(job.summary.name, job.summary.locale): job.summary for job in first.jobs})
    site = replace(before.site, pages=summaries)
    outputs = (
        one
        for part, first in firsts
        for one in page_outputs(part, first, site, before.theme, AssetCopies(part))
    )
    pages = {one.path: one.content for one in outputs if is_shown(one.path)}
    return ChangedPages(pages, frozenset(looked_at), tuple(report.sorted_findings()))
