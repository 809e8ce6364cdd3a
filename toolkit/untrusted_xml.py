"""XML of any origin, followed element by element: nothing is expanded, and nothing else is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from toolkit.errors import InputError

# A mark at the beginning is right even where the XML declaration says otherwise.
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class XmlFormat:
    """What a file is expected to be."""

    name: str
    roots: tuple[str, ...]
    """What its first element may be called, as ``local_name`` says it."""
    rule: str
    """The rule of all that is refused."""
    instead: str
    """What to do where the file is none of this format."""
    own_dtd: bool
    """Whether it may declare elements in a DTD of its own; entities it may not in any case."""


class Elements(Protocol):
    """What follows a file: the first element is not told, and names are as the file spells them."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins."""

    def end(self, name: str) -> None:
        """Take note of an element that ends."""

    def text(self, data: str) -> None:
        """Take note of text; one run may come in parts."""


class UntrustedXml:
    """One file, and where in it the parser is; a reference to a DTD elsewhere is passed over."""

    def __init__(self, data: bytes, path: str, form: XmlFormat) -> None:
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
        self._data = data
        self._path = path
        self._form = form
        self._begun = False
        self._expat = expat.ParserCreate(encoding)
        self._expat.buffer_text = True
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.EntityDeclHandler = self._entity_declared
        self._expat.SkippedEntityHandler = self._entity_skipped

    def follow(self, elements: Elements) -> None:
        """Tell all elements and texts in their order.

        Raises ``InputError`` by the format's rule: for what is not XML or begins with another element, for
        an encoding that nobody knows, and for entities that are declared or that would have to be.
        """

        def root(name: str, _attributes: Mapping[str, str]) -> None:
            self._begun = True
            self._expat.StartElementHandler = elements.start
            if (local := local_name(name)) not in self._form.roots:
                message = f"no {self._form.name} file: its first element is <{local[:40]}>"
                raise self.refusal(message, self._form.instead)

        self._expat.StartElementHandler = root
        self._expat.EndElementHandler = elements.end
        self._expat.CharacterDataHandler = elements.text
        try:
            self._expat.Parse(self._data, True)
        except expat.ExpatError as error:
            message, hint = (
                f"not XML: {expat.ErrorString(error.code)}",
                "mend the place, or export the file again",
            )
            raise self._refusal_at(error.lineno, error.offset + 1, message, hint) from None
        except (LookupError, ValueError) as error:  # of the declared encoding, which stands before all else
            if self._begun:
                raise
            message = f"its encoding cannot be read: {error}"
            raise self._refusal_at(1, 1, message, "save the file as UTF-8") from None

    @property
    def line(self) -> int:
        """The line where the parser is, from 1."""
        return self._expat.CurrentLineNumber

    @property
    def column(self) -> int:
        """The column where the parser is, from 1."""
        return self._expat.CurrentColumnNumber + 1

    def refusal(self, message: str, hint: str) -> InputError:
        """Return the error that refuses the file because of the place where the parser is."""
        return self._refusal_at(self.line, self.column, message, hint)

    def _refusal_at(self, line: int, column: int, message: str, hint: str) -> InputError:
        return InputError(message, rule=self._form.rule, path=self._path, line=line, column=column, hint=hint)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal and not self._form.own_dtd:
            raise self.refusal("it declares things in a DTD of its own", "export it again without")

    def _entity_declared(self, name: str, *_details: object) -> None:
        hint = f"a {self._form.name} file needs none; export it again without"
        raise self.refusal(f'it declares the entity "{name[:40]}"', hint)

    def _entity_skipped(self, name: str, _is_parameter: bool) -> None:
        message = f'the entity "{name[:40]}" is not declared'
        raise self.refusal(message, "write the character itself in its place")


def local_name(name: str) -> str:
    """Return an element's name without a prefix, in lower case."""
    return name.rpartition(":")[2].lower()
