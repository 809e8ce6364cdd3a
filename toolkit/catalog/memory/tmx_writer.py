"""Units as a TMX 1.4b file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from toolkit.catalog.memory.unit import Unit
from toolkit.model.locale import LocaleTag

# https://www.w3.org/TR/xml/#charsets: XML 1.0 has no way to write the others, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ('"', "&quot;"),
    ("\r", "&#13;"),  # a bare one is read as a newline
)


def forbidden_in(text: str) -> str:
    """Return the first character that XML cannot hold, or an empty text."""
    found = _FORBIDDEN.search(text)
    return found[0] if found else ""


def tmx_text(units: Iterable[Unit], source_locale: LocaleTag, version: str) -> bytes:
    """Return a TMX file in UTF-8; equal units give equal bytes, for it has no dates.

    ``version`` is that of the program. Domain and context stand in ``prop`` elements of the types
    ``x-domain`` and ``x-context``, the latter as Translate Toolkit and Weblate write it. Raises
    ``ValueError`` for what ``forbidden_in`` finds. The form is that of
    https://www.gala-global.org/tmx-14b and its DTD.
    """
    text = "".join(_lines(units, source_locale.bcp47, version))
    if character := forbidden_in(text):
        raise ValueError(f"XML cannot hold U+{ord(character):04X}")
    return text.encode("utf-8")


def _lines(units: Iterable[Unit], language: str, version: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    yield '<tmx version="1.4">\n'
    yield (
        f'<header creationtool="l10n-toolkit" creationtoolversion="{_escaped(version)}" segtype="block"'
        f' o-tmf="po" adminlang="en" srclang="{language}" datatype="plaintext"/>\n'
    )
    yield "<body>\n"
    for unit in units:
        yield "<tu>\n"
        if unit.domain:
            yield f'<prop type="x-domain">{_escaped(unit.domain)}</prop>\n'
        if unit.context:
            yield f'<prop type="x-context">{_escaped(unit.context)}</prop>\n'
        yield _variant(language, unit.source)
        for tag, target in unit.targets:
            yield _variant(tag.bcp47, target)
        yield "</tu>\n"
    yield "</body>\n</tmx>\n"


def _variant(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{_escaped(text)}</seg></tuv>\n'


def _escaped(text: str) -> str:
    for character, written in _ESCAPES:
        if character in text:
            text = text.replace(character, written)
    return text
