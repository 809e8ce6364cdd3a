"""A document beside its translation, block by block, each with its places and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.assemble.offer import Translations, translations_of
from toolkit.assemble.page import assemble_page
from toolkit.check.entry_findings import subject_of
from toolkit.errors import CatalogError
from toolkit.markdown.document_headings import heading_places
from toolkit.model.finding import Finding, Place
from toolkit.model.locale import LocaleTag
from toolkit.model.message import State
from toolkit.model.segment import Segment
from toolkit.pipeline.check import ProjectCheck
from toolkit.pipeline.judging import Judging
from toolkit.pipeline.project_files import ProjectFiles


@dataclass(frozen=True, slots=True)
class Block:
    """One segment of a document, and what a locale has for it."""

    kind: str
    text: str
    place: Place
    """Of the segment in its document."""
    translation: str
    """As the PO file has it, published or not; empty where there is none."""
    state: State
    po_place: Place | None
    """Of its entry in the PO file, or none where it has no entry."""
    findings: tuple[Finding, ...]
    comment: str = ""
    """What the author says of it to translators."""
    previous: str = ""
    """The earlier text, where the translation is one of that."""
    stale: bool = False
    """Whether pages go on showing that translation."""
    heading: str = ""
    """The id of the nearest heading above in the page, its own among them; empty where there is none."""

    @property
    def waits(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.state is not State.TRANSLATED or bool(self.findings)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A document and its translation."""

    name: str
    locale: LocaleTag
    source_locale: LocaleTag
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    """What is wrong with both files and with no block of them."""


def check_findings(files: ProjectFiles) -> tuple[Finding, ...]:
    """Return what ``toolkit check`` finds in a project, by place, each once; in this process alone."""
    ProjectCheck(files, Judging(files, deciding=False), most_processes=1).run()
    return tuple(files.report.sorted_findings())


def compare(files: ProjectFiles, name: str, found: Sequence[Finding]) -> Comparison:
    """Return a document of a project beside its translation into the first locale of ``files``.

    ``found`` is what was found in the project.  A PO file that cannot be read gives no translations, and is
    among the findings.  Raises ``SourceError`` for a document that cannot be used.
    """
    locale = files.locales[0]
    source = next(source for source in files.sources if source.name == name)
    parsed = files.document(source)
    path = files.po_path(locale, source.domain)
    try:
        translations = translations_of(files.catalog(locale, source.domain))
    except CatalogError:
        translations = Translations(path)
    judgement = Judging(files).judgement(path, locale.tag)
    decisions = assemble_page(parsed, translations, judgement).decisions
    here = [one for one in found if one.place.path in (path, source.path)]
    used: set[Finding] = set()
    blocks = []
    headings = heading_places(parsed)
    for segment in parsed.segments:
        entry = translations.entries.get(segment.key)
        decision = decisions[segment.key]
        mine = tuple(one for one in here if _is_about(one, segment, path, source.path))
        used.update(mine)
        blocks.append(
            Block(
                segment.kind,
                segment.key.text,
                Place(source.path, segment.line),
                entry.msgstr if entry else "",
                decision.state,
                Place(path, entry.line) if entry else None,
                mine,
                segment.comment,
                entry.previous.text if entry and entry.fuzzy and entry.previous else "",
                decision.stale,
                next((id for line, id in reversed(headings) if line <= segment.line), ""),
            )
        )
    rest = tuple(one for one in here if one not in used)
    return Comparison(name, locale.tag, files.source_locale, tuple(blocks), rest)


def _is_about(finding: Finding, segment: Segment, po_path: str, source_path: str) -> bool:
    if finding.place.path == po_path:
        return finding.subject == subject_of(segment.key)
    first = segment.line
    return finding.place.path == source_path and first <= finding.place.line < first + len(segment.spans)
