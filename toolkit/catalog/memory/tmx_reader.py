"""TMX bytes of any program to units; nothing outside the bytes is ever opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.catalog.memory.language_match import best_match
from toolkit.catalog.memory.unit import Unit
from toolkit.errors import InputError
from toolkit.model.locale import LocaleTag
from toolkit.untrusted_xml import UntrustedXml, XmlFormat, local_name

MAX_UNITS = 100_000

_ALL = "*all*"
_FORMAT = XmlFormat("TMX", ("tmx",), rule="tmx-syntax", instead="give a .tmx or a .po file", own_dtd=True)


@dataclass(frozen=True, slots=True)
class Tmx:
    """What a TMX file holds for a source language."""

    units: tuple[Unit, ...]
    languages: tuple[str, ...]
    """All languages of the file, sorted, as the file spells them."""


def read_tmx(data: bytes, path: str, source_locale: LocaleTag, *, max_units: int = MAX_UNITS) -> Tmx:
    """Return the units of a TMX file (1.1 to 2.0) that translate from ``source_locale``.

    The source of a unit is its variant in that language, by ``best_match``; all others are targets, but for
    empty ones and those whose language is no tag of ours. A unit that says it was translated from another
    of its languages is passed over. The codes that ``bpt``, ``ept``, ``ph`` and their kind hold are text:
    in a memory of Markdown they are its marks.

    Raises ``InputError``: ``tmx-syntax``, for entity declarations too (none is ever expanded, and no DTD
    is fetched), and ``tmx-limit``.
    """
    reader = _Reader(UntrustedXml(data, path, _FORMAT), path, source_locale, max_units)
    reader.xml.follow(reader)
    return Tmx(tuple(reader.units), tuple(sorted(reader.languages)))


class _Reader:
    """Follows the elements of one file; texts outside of ``seg`` and ``prop`` are passed over."""

    def __init__(self, xml: UntrustedXml, path: str, source_locale: LocaleTag, max_units: int) -> None:
        self.xml = xml
        self.path = path
        self.source_locale = source_locale
        self.max_units = max_units
        self.units: list[Unit] = []
        self.languages: set[str] = set()
        self.header_source = ""
        self.unit_source = ""
        self.tags: dict[str, LocaleTag | None] = {}
        self.in_unit = self.in_variant = False
        self.variants: list[tuple[LocaleTag, str]] = []
        self.language = ""
        self.props: dict[str, str] = {}
        self.collected = ""
        """The element whose text is gathered: ``seg``, ``prop``, or none."""
        self.prop = ""
        self.parts: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = local_name(name)
        if self.collected:
            return  # the codes inside of a segment
        if name == "header":
            self.header_source = attributes.get("srclang", "")
        elif name == "tu":
            if len(self.units) == self.max_units:
                raise InputError(
                    f"more than {self.max_units:,} units",
                    rule="tmx-limit",
                    path=self.path,
                    line=self.xml.line,
                    hint="divide the file, or raise po-entries under [limits] in the configuration",
                )
            self.in_unit, self.in_variant = True, False
            self.unit_source = attributes.get("srclang", self.header_source)
            self.variants, self.props = [], {}
        elif name == "tuv":
            # The DTD of 1.4 has both; "lang" is what older versions call it.
            self.in_variant = True
            self.language = attributes.get("xml:lang") or attributes.get("lang") or ""
        elif self.in_unit and name == ("seg" if self.in_variant else "prop"):
            self.collected, self.parts = name, []
            self.prop = attributes.get("type", "").lower()

    def end(self, name: str) -> None:
        name = local_name(name)
        if name == self.collected:
            text, self.collected = "".join(self.parts), ""
            if name == "prop":
                self.props.setdefault(self.prop, text)
            elif (tag := self.tag(self.language)) is not None and text.strip():
                self.variants.append((tag, text))
        elif self.collected:
            return
        elif name == "tuv":
            self.in_variant = False
        elif name == "tu":
            self.in_unit = False
            self.finish()

    def text(self, data: str) -> None:
        if self.collected:
            self.parts.append(data)

    def finish(self) -> None:
        offered = [tag for tag, _text in self.variants]
        source = best_match(self.source_locale, offered)
        said = self.tag(self.unit_source)
        if source is None:
            return
        if said is not None and said in offered and said.language != source.language:
            return
        text = next(text for tag, text in self.variants if tag == source)
        targets = tuple([(tag, text) for tag, text in self.variants if tag != source])
        if targets:
            domain = self.props.get("x-domain", "")
            self.units.append(Unit(text, targets, self.props.get("x-context") or None, domain))

    def tag(self, language: str) -> LocaleTag | None:
        """Return a language of the file, or none for ``*all*`` and for what is no tag."""
        if language in self.tags:
            return self.tags[language]
        try:
            tag = LocaleTag.parse(language.strip())
        except ValueError:
            tag = None
        self.tags[language] = tag
        if language and language.lower() != _ALL:
            self.languages.add(language)
        return tag
