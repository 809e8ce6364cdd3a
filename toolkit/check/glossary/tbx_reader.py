"""A glossary as TBX-Basic (ISO 30042, of 2008 and of 2019); nothing outside the bytes is ever opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.catalog.memory.language_match import best_match
from toolkit.check.glossary.glossary_file import GlossaryFile, GlossaryRow
from toolkit.check.glossary.words import plain_words
from toolkit.errors import InputError
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag
from toolkit.untrusted_xml import UntrustedXml, XmlFormat, local_name

# A reference to the standard's DTD is usual.
_FORMAT = XmlFormat(
    "TBX", ("martif", "tbx"), rule="glossary-syntax", instead="give a TBX file", own_dtd=False
)
_ENTRIES = ("termentry", "conceptentry")
_LANGUAGES = ("langset", "langsec")
_TERMS = ("tig", "ntig", "termsec")
_STATUS = "administrativestatus"
_FORBIDDEN = ("deprecatedterm", "supersededterm")
"""ISO 12620, administrative status: readers should not meet these; "-admn-sts" may follow."""


def read_tbx(data: bytes, path: str, source: LocaleTag, *, max_terms: int) -> GlossaryFile:
    """Return the terms of a TBX file; see ``toolkit.check.glossary.reader.read_glossary``.

    Each term of an entry in the source language becomes what the entry has in other languages. A term that
    is deprecated or superseded is a forbidden variant. ``translate="no"`` on an entry, or on its
    term in the source language, is a term that stays as it is.
    """
    reader = _Reader(UntrustedXml(data, path, _FORMAT), path, source, max_terms)
    reader.xml.follow(reader)
    return GlossaryFile(tuple(reader.rows), tuple(sorted(reader.locales)), tuple(reader.findings))


@dataclass(slots=True)
class _Term:
    text: str = ""
    status: str = ""
    keep: bool = False


@dataclass(slots=True)
class _Entry:
    line: int
    keep: bool
    note: str = ""
    terms: dict[LocaleTag, list[_Term]] = field(default_factory=dict)


class _Reader:
    """Follows the elements of one file."""

    def __init__(self, xml: UntrustedXml, path: str, source: LocaleTag, max_terms: int) -> None:
        self.xml = xml
        self.path = path
        self.source = source
        self.max_terms = max_terms
        self.rows: list[GlossaryRow] = []
        self.locales: set[LocaleTag] = set()
        self.findings: list[Finding] = []
        self.entry: _Entry | None = None
        self.language: LocaleTag | None = None
        self.term: _Term | None = None
        self.collected = ""
        """The element whose text is gathered, or none."""
        self.parts: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = local_name(name)
        if self.collected:
            return  # highlighting within a term or a note
        keep = attributes.get("translate", attributes.get("its:translate", "")).lower() == "no"
        if name in _ENTRIES:
            self.entry = _Entry(self.xml.line, keep)
            self.language = self.term = None
        elif self.entry is None:
            return
        elif name in _LANGUAGES:
            self.language = self.tag(attributes.get("xml:lang") or attributes.get("lang") or "")
        elif name in _TERMS:
            self.term = _Term(keep=keep)
        elif self.term is not None and name == "term":
            self.term.keep |= keep
            self.collect(name)
        elif name in self.telling(attributes.get("type", "").lower()):
            self.collect(name)

    def telling(self, kind: str) -> tuple[str, ...]:
        """Return the elements whose text tells us something where we are: a status, or a definition."""
        if self.term is not None:
            return ("termnote", _STATUS) if kind == _STATUS else (_STATUS,)
        return ("descrip", "note", "definition") if kind == "definition" else ("note", "definition")

    def end(self, name: str) -> None:
        name = local_name(name)
        if self.collected:
            if name == self.collected:
                self.collected = ""
                self.gathered(name, " ".join("".join(self.parts).split()))
        elif name in _TERMS:
            if self.term is not None and self.entry is not None and self.language is not None:
                self.entry.terms.setdefault(self.language, []).append(self.term)
            self.term = None
        elif name in _LANGUAGES:
            self.language = None
        elif name in _ENTRIES and self.entry is not None:
            self.finish(self.entry)
            self.entry = None

    def collect(self, name: str) -> None:
        self.collected, self.parts = name, []

    def text(self, data: str) -> None:
        if self.collected:
            self.parts.append(data)

    def gathered(self, name: str, text: str) -> None:
        if self.term is not None:
            if name == "term":
                self.term.text = text
            else:
                self.term.status = text.lower().removesuffix("-admn-sts")
        elif self.entry is not None and not self.entry.note and self.language in (None, self.source):
            self.entry.note = text

    def finish(self, entry: _Entry) -> None:
        offered = [tag for tag, terms in entry.terms.items() if any(plain_words(one.text) for one in terms)]
        source = best_match(self.source, offered)
        if source is None:
            message = f"the entry has no term in {self.source}; it is left out"
            place = Place(self.path, entry.line, 1)
            hint = f"give it a term in {self.source}, or take it out"
            self.findings.append(Finding("glossary-row", Severity.WARNING, message, place, hint))
            return
        allowed: dict[LocaleTag, tuple[str, ...]] = {}
        forbidden: dict[LocaleTag, tuple[str, ...]] = {}
        for tag in offered:
            if tag != source:
                self.locales.add(tag)
                for found, wanted in ((allowed, False), (forbidden, True)):
                    found[tag] = tuple(
                        one.text
                        for one in entry.terms[tag]
                        if one.text and (one.status in _FORBIDDEN) is wanted
                    )
        for one in entry.terms[source]:
            if not plain_words(one.text):
                continue
            if len(self.rows) == self.max_terms:
                raise InputError(
                    f"more than {self.max_terms:,} terms",
                    rule="glossary-limit",
                    path=self.path,
                    line=entry.line,
                    hint="divide the glossary, or leave out what no article uses",
                )
            keep = entry.keep or one.keep
            self.rows.append(GlossaryRow(one.text, keep, False, entry.note, allowed, forbidden, entry.line))

    def tag(self, language: str) -> LocaleTag | None:
        try:
            return LocaleTag.parse(language.strip())
        except ValueError:
            message = f'"{language[:40]}" is no language that we know how to read; its terms are left out'
            place = Place(self.path, self.xml.line, self.xml.column)
            hint = "write it like fr or pt-BR"
            self.findings.append(Finding("glossary-row", Severity.WARNING, message, place, hint))
            return None
