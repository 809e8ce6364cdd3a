"""The header entry of a PO file: its fields, a new one, and the change of a single field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.catalog.po.grammar import scan_entry
from toolkit.catalog.po.text import escape, format_entry
from toolkit.errors import CatalogError
from toolkit.model.catalog import Entry
from toolkit.model.segment import MessageKey

HEADER_KEY = MessageKey(None, "")
CREATION_DATE = "POT-Creation-Date"
SEGMENTATION = "X-Toolkit-Segmentation"
GENERATOR = "X-Generator"


@dataclass(frozen=True, slots=True)
class HeaderSettings:
    """What a project says in the header of every file it creates."""

    project: str
    """``Project-Id-Version``."""
    bugs_address: str
    """``Report-Msgid-Bugs-To``: an address, or empty."""
    source_locale: str
    """Language of the msgids in gettext's spelling: ``en``, ``pt_BR``."""
    generator: str
    """``X-Generator``: program and version."""
    segmentation: str
    """Version and dialect of the form of the messages: ``1; gfm``."""


def header_fields(entry: Entry) -> dict[str, str]:
    """Return the fields of a header entry by name, the first of a repeated one; none of other entries."""
    if entry.obsolete or entry.key != HEADER_KEY:
        return {}
    fields: dict[str, str] = {}
    for line in entry.msgstr.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip(), value.strip())
    return fields


def new_template_header(settings: HeaderSettings, creation_date: str) -> Entry:
    """Return the header of a new template; dates are written ``2026-11-22 15:00+0000``.

    It has no ``Plural-Forms``, which ``msginit`` would copy into every language.
    """
    # The placeholder of the date is gettext's own: editors and ``pybabel init`` look for it.
    return _header(_common(settings, creation_date, "YEAR-MO-DA HO:MI+ZONE", ""), settings)


def new_catalog_header(
    settings: HeaderSettings,
    language: str,
    plural_forms: str,
    creation_date: str,
    comments: tuple[str, ...] = (),
) -> Entry:
    """Return the header of a new PO file; ``language`` in gettext's spelling, ``comments`` its first lines.

    The translator's fields are empty: Poedit deletes gettext's placeholders, and ``msgfmt -c`` warns of them.
    ``X-Poedit-Basepath`` leads from ``locales/xx/LC_MESSAGES`` to the project, where the references begin.
    """
    fields = [
        *_common(settings, creation_date, creation_date, language),
        ("Plural-Forms", plural_forms),
        ("X-Poedit-Basepath", "../../.."),
    ]
    return _header(fields, settings, comments)


def revision_fields(revision_date: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of every file of translations: when and by whom it was made, and how it is read."""
    return (
        ("PO-Revision-Date", revision_date),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )


def with_header_field(entry: Entry, name: str, value: str, newline: str = "\n") -> Entry:
    """Return the header with one field set, no other line of its text changed; a new field becomes the last.

    A header that is written in an unusual way gets its msgstr written anew.
    """
    value = _one_line(value)
    if header_fields(entry).get(name) == value:
        return entry
    field = f"{name}: {value}"
    line = re.compile(rf"^{re.escape(name)}[ \t]*:.*$", re.MULTILINE)
    if line.search(entry.msgstr):
        msgstr = line.sub(lambda _: field, entry.msgstr, count=1)
    else:
        end = "" if entry.msgstr.endswith("\n") or not entry.msgstr else "\n"
        msgstr = f"{entry.msgstr}{end}{field}\n"
    for raw in (_replaced(entry.raw, name, field), _appended(entry.raw, field, newline)):
        if _says(raw, msgstr):
            return replace(entry, raw=raw, msgstr=msgstr)
    return replace(entry, raw=_rewritten(entry, msgstr, newline), msgstr=msgstr)


def _common(
    settings: HeaderSettings, creation_date: str, revision_date: str, language: str
) -> list[tuple[str, str]]:
    return [
        ("Project-Id-Version", settings.project),
        ("Report-Msgid-Bugs-To", settings.bugs_address),
        (CREATION_DATE, creation_date),
        *revision_fields(revision_date, language),
    ]


def _header(
    fields: Iterable[tuple[str, str]], settings: HeaderSettings, comments: tuple[str, ...] = ()
) -> Entry:
    own = [
        ("X-Source-Language", settings.source_locale),
        (SEGMENTATION, settings.segmentation),
        (GENERATOR, settings.generator),
    ]
    msgstr = "".join([f"{name}: {_one_line(value)}\n" for name, value in [*fields, *own]])
    raw = format_entry(HEADER_KEY, msgstr, comments=comments)
    line = 1 + len(comments)
    return Entry(raw, HEADER_KEY, msgstr, comments=comments, line=line, msgstr_line=line + 1)


def _one_line(value: str) -> str:
    # A newline in a value would begin another field.
    return " ".join(re.split(r"[\r\n]+", value))


def _replaced(raw: str, name: str, field: str) -> str:
    # The bounds keep the search linear where no field ends; a longer one has the whole msgstr written anew.
    string = r'[^"\\\n]*(?:\\[^n\n][^"\\\n]*){0,1000}'
    wrapped = rf'{string}(?:"[ \t\r]*\n[ \t]*"{string}){{0,20}}\\n"'
    written = re.compile(rf'^([ \t]*(?:msgstr[ \t]*)?)"{re.escape(name)}[ \t]*:{wrapped}', re.MULTILINE)
    return written.sub(lambda found: f'{found[1]}"{escape(field)}\\n"', raw, count=1)


def _appended(raw: str, field: str, newline: str) -> str:
    end = raw.rfind('"') + 1
    return f'{raw[:end]}{newline}"{escape(field)}\\n"{raw[end:]}'


def _says(raw: str, msgstr: str) -> bool:
    try:
        scanned = scan_entry(raw, 0, "")
    except CatalogError:
        return False
    return scanned is not None and scanned.entry.msgstr == msgstr and scanned.stop == len(raw)


def _rewritten(entry: Entry, msgstr: str, newline: str) -> str:
    place = re.search(r"^[ \t]*msgid\b", entry.raw, re.MULTILINE)
    start = place.start() if place else 0
    written = format_entry(HEADER_KEY, msgstr, newline=newline)
    return entry.raw[:start] + written
