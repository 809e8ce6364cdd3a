"""A PO file says in its header what programs need to know of it: its encoding and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.catalog_view import CatalogView
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_entry, header_field, hit_in_field, hit_in_header
from toolkit.model.catalog import Entry
from toolkit.model.finding import Severity

_NAME = "header"
_UTF8 = 'write "Content-Type: text/plain; charset=UTF-8\\n"'
_CHARSET = re.compile(r"charset=[ \t]*([^\s;]+)", re.IGNORECASE)


def _find(view: CatalogView) -> Iterator[FileHit]:
    header = header_entry(view.catalog)
    if header is None:
        yield FileHit(
            "the file has no header, and so does not say what language and encoding it has",
            hint='begin it with an entry of an empty msgid, with "Content-Type" and "Language" in its msgstr',
        )
    elif _NAME not in ignored_rules(header):
        yield from _in_header(header, view)


def _in_header(header: Entry, view: CatalogView) -> Iterator[FileHit]:
    if header is not view.catalog.entries[0]:
        yield hit_in_header(
            header, "the header is not the first entry, where programs look for it", hint="move it there"
        )
    if header.fuzzy:
        yield hit_in_header(
            header,
            "the header is marked as fuzzy, and some programs pass over it",
            hint='take out the word "fuzzy" from the line above it',
        )
    content_type = header_field(header, "Content-Type")
    if content_type is None:
        yield hit_in_header(header, 'the header has no field "Content-Type"', hint=_UTF8)
    else:
        declared = _CHARSET.search(content_type.value)
        if declared is None:
            yield hit_in_field(header, content_type, '"Content-Type" does not say the encoding', _UTF8)
        elif declared[1] == "CHARSET":
            yield hit_in_field(header, content_type, "the encoding is still a placeholder", _UTF8)
    language = header_field(header, "Language")
    if language is None or not language.value:
        code = view.locale.gettext if view.locale else "…"
        hint = f'write "Language: {code}\\n"'
        if language is None:
            yield hit_in_header(header, 'the header has no field "Language"', hint=hint)
        else:
            yield hit_in_field(header, language, 'the field "Language" is empty', hint)


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "The header says what language and encoding the file has",
    "fill in the header; translation editors do it in the properties of the file",
    find=_find,
)
