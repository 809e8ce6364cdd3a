"""Pages of an earlier build that stay, as the index of the site knows them."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.assemble.page import source_page
from toolkit.errors import SourceError
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.segments import parse_document
from toolkit.model.locale import LocaleTag
from toolkit.model.page import PageSummary, Tag
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.layout import html_path, markdown_path
from toolkit.publish.summary import summarize
from toolkit.workspace.output_folder import read_manifest
from toolkit.workspace.project import OUTPUT_FOLDER
from toolkit.workspace.read import read_asset, read_source
from toolkit.workspace.settings import Limits
from toolkit.workspace.source_file import SourceFile

_NOINDEX = re.compile(rb"<meta name=\"robots\"[^>]*noindex")


class KeptPages:
    """Reads what an earlier build published where a document or a PO file cannot be read now."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._layout = files.layout
        self._written = read_manifest(files.project)[0]

    def summaries(
        self,
        source: SourceFile,
        locales: tuple[LocaleTag, ...],
        ids: tuple[str, ...] | None = None,
        tags: tuple[Tag, ...] = (),
    ) -> tuple[PageSummary, ...]:
        """Return the summaries of a document's earlier pages, so that links and lists still lead there.

        They come from the earlier Markdown editions; ``ids`` are those of the source's headings, or none
        where the source itself cannot be read, and ``tags`` its tags.  How much was translated is not
        known any more, nor whether somebody had reviewed it: they are listed as drafts.
        """
        files = self._files
        found = []
        for locale in (files.source_locale, *locales) if ids is None else locales:
            editions = {html_path(source.name, locale), markdown_path(source.name, locale, self._layout)}
            if not self._written.keys() >= editions:
                continue
            path = f"{OUTPUT_FOLDER}/{markdown_path(source.name, locale, self._layout)}"
            edition = SourceFile(source.name, path, source.options)
            try:  # by the usual limits: a source may be refused for a lower one of the project
                parsed = parse_document(read_source(files.project.root, edition, Limits()))
            except SourceError:
                continue
            ids = source_heading_ids(parsed) if ids is None else ids
            page = source_page(parsed)
            summary = summarize(page, locale, locale, draft=False, min_complete=0.0, heading_ids=ids)
            if locale == files.source_locale:
                tags = summary.tags
            else:
                slugs = zip(summary.tags, tags, strict=False)
                named = tuple(replace(tag, slug=of_source.slug) for tag, of_source in slugs)
                indexed = self._indexed(source, locale)
                summary = replace(summary, draft=True, indexed=indexed, tags=named)
            found.append(summary)
        return tuple(found)

    def _indexed(self, source: SourceFile, locale: LocaleTag) -> bool:
        """Tell whether the earlier page lets search engines list it; it alone still knows."""
        path = f"{OUTPUT_FOLDER}/{html_path(source.name, locale)}"
        try:
            return not _NOINDEX.search(read_asset(self._files.project.root, path))
        except SourceError:
            return False
