"""TMX bytes of any program to units; nothing outside the bytes is ever opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from toolkit.catalog.memory.language_match import best_match
from toolkit.catalog.memory.unit import Unit
from toolkit.errors import InputError
from toolkit.model.locale import LocaleTag

MAX_UNITS = 100_000

_ALL = "*all*"
_MEND = "mend the place, or export the file again"
_CONVERT = "save the file as UTF-8"
# A mark at the beginning is right even where the XML declaration says otherwise.
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


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
    reader = _Reader(data, path, source_locale, max_units)
    try:
        reader.expat.Parse(data, True)
    except expat.ExpatError as error:
        message = f"not XML: {expat.ErrorString(error.code)}"
        raise reader.refusal(message, _MEND, error.lineno, error.offset + 1) from None
    except (LookupError, ValueError) as error:  # of the declared encoding, which stands before all else
        if reader.root:
            raise
        raise reader.refusal(f"its encoding cannot be read: {error}", _CONVERT, 1, 1) from None
    return Tmx(tuple(reader.units), tuple(sorted(reader.languages)))


class _Reader:
    """Follows the elements of one file; texts outside of ``seg`` and ``prop`` are passed over."""

    def __init__(self, data: bytes, path: str, source_locale: LocaleTag, max_units: int) -> None:
        self.expat = _parser(data)
        self.expat.StartElementHandler = self.start
        self.expat.EndElementHandler = self.end
        self.expat.CharacterDataHandler = self.text
        self.expat.EntityDeclHandler = self.entity_declared
        self.expat.SkippedEntityHandler = self.entity_skipped
        self.path = path
        self.source_locale = source_locale
        self.max_units = max_units
        self.units: list[Unit] = []
        self.languages: set[str] = set()
        self.header_source = ""
        self.unit_source = ""
        self.root = ""
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
        name = _local(name)
        if not self.root:
            self.root = name
            if name != "tmx":
                raise self.refusal(
                    f"no TMX file: its first element is <{name[:40]}>", "give a .tmx or a .po file"
                )
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
                    line=self.expat.CurrentLineNumber,
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
        name = _local(name)
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

    def entity_declared(self, name: str, *_details: object) -> None:
        raise self.refusal(
            f'it declares the entity "{name[:40]}"', "a TMX file needs none; export it again without"
        )

    def entity_skipped(self, name: str, _is_parameter: bool) -> None:
        raise self.refusal(
            f'the entity "{name[:40]}" is not declared', "write the character itself in its place"
        )

    def refusal(self, message: str, hint: str, line: int = 0, column: int = 0) -> InputError:
        line = line or self.expat.CurrentLineNumber
        column = column or self.expat.CurrentColumnNumber + 1
        return InputError(message, rule="tmx-syntax", path=self.path, line=line, column=column, hint=hint)


def _parser(data: bytes) -> expat.XMLParserType:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    return parser


def _local(name: str) -> str:
    """Return an element's name without a prefix, in lower case."""
    return name.rpartition(":")[2].lower()
