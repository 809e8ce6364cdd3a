"""The page of a document in a locale, decided for ``build`` and for ``status``."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from toolkit.assemble.last_good import LastGood, last_good
from toolkit.assemble.offer import Judgement, translations_of
from toolkit.assemble.page import TranslatedPage, assemble_page
from toolkit.errors import ConfigError
from toolkit.markdown.segments import ParsedDocument
from toolkit.model.catalog import Catalog
from toolkit.model.fallback import Fallback
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.tally import Tally
from toolkit.pipeline.earlier_texts import MOST_VERSIONS, EarlierTexts
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.status.completeness import is_complete, shortfall
from toolkit.workspace.locales import LocaleFolder

_SOURCE_INSTEAD = "what is not translated stands in the source language"


@dataclass(frozen=True, slots=True)
class LocalePage:
    """A document in a locale: what is shown, and what is counted."""

    shown: TranslatedPage
    """The page; of an earlier text where ``as_of`` says so."""
    tally: Tally
    """The messages of the document as it is now."""
    min_complete: float
    """The share of them that must be translated."""
    as_of: datetime.date | None = None
    """Since when the document had the text that is shown; ``None`` where it is the present one."""

    @property
    def published(self) -> bool:
        """Whether it is built; a page of an earlier text is complete."""
        return self.as_of is not None or is_complete(self.tally, self.min_complete)

    @property
    def held_back(self) -> str:
        """Why it is not built, or empty."""
        return "" if self.published else shortfall(self.tally, self.min_complete)


class LocalePages:
    """Decides one page after the other; what translators should know is in the report."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._judging = Judging(files)
        self._earlier = EarlierTexts(files)

    def page(self, parsed: ParsedDocument, locale: LocaleFolder, catalog: Catalog | None) -> LocalePage:
        """Return a document in a locale with a catalog; where one is needed, of an earlier text."""
        settings = self._files.project.settings
        path = self._files.po_path(locale, parsed.document.domain)
        judgement = self._judging.judgement(path, locale.tag)
        page = assemble_page(parsed, translations_of(catalog), judgement)
        self._files.report.found(page.findings)
        tally, min_complete = page.tally, settings.min_complete_of(locale.tag)
        good = None
        if settings.fallback_of(locale.tag) is Fallback.LAST_GOOD and tally.translated < tally.total:
            good = self._last_good(parsed, path, catalog, judgement)
        if good is None:
            return LocalePage(page, tally, min_complete)
        return LocalePage(good.page, tally, min_complete, good.as_of)

    def _last_good(
        self, parsed: ParsedDocument, path: str, catalog: Catalog | None, judgement: Judgement
    ) -> LastGood | None:
        translations = translations_of(catalog, obsolete=True)
        if not any(entry.msgstr and key.text for key, entry in translations.entries.items()):
            return None  # nothing was ever translated: there is nothing to look for, and nothing to say
        error = None
        try:
            good = last_good(self._earlier.texts(parsed.document), translations, judgement)
        except ConfigError as problem:
            error, good = problem, None
        if good is None:
            message = f"none of the last {MOST_VERSIONS} committed texts of the article is fully translated"
            hint = "the PO file must hold the translations of such a text, as obsolete entries"
            if error:
                message, hint = f"there is no earlier text to show: {error.message}", error.hint
            self._files.report.found([_finding(f"{message}; {_SOURCE_INSTEAD}", path, parsed, hint)])
        return good


def _finding(message: str, path: str, parsed: ParsedDocument, hint: str) -> Finding:
    source = Place(parsed.document.path)
    return Finding("no-last-good", Severity.INFO, message, Place(path), hint, source)
