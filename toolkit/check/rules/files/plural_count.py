"""An entry with plurals has each form that its file's language has."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalog.po.plural_expression import BadPluralForms, parse_plural_forms
from toolkit.catalog.po.positions import entry_lines
from toolkit.check.catalog_view import CatalogView
from toolkit.check.ignoring import ignored_rules
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_entry, header_field
from toolkit.model.catalog import Entry
from toolkit.model.finding import Severity

_NAME = "plural-count"


def _find(view: CatalogView) -> Iterator[FileHit]:
    plurals = [
        entry
        for entry in view.catalog.entries
        if entry.plural is not None and not entry.obsolete and not entry.fuzzy and any(entry.forms)
    ]
    expected = _nplurals(view) if plurals else None
    if expected is None:
        return
    other: dict[int, list[Entry]] = {}
    for entry in plurals:
        if _NAME in ignored_rules(entry):
            continue
        if len(entry.forms) != expected:
            other.setdefault(len(entry.forms), []).append(entry)
        elif not all(entry.forms):
            yield _empty(entry)
    # The cause is one: the header was changed, or the file of another language was copied.
    for count, entries in other.items():
        entry = entries[0]
        others = len(entries) - 1
        have = "1 form" if count == 1 else f"{count} forms"
        if others:
            who = f"this and {others} other {'entry' if others == 1 else 'entries'} have {have}"
        else:
            who = f"the entry has {have}"
        message = f'{who}, and "Plural-Forms" says {expected}'
        what = f"msgstr[0] to msgstr[{expected - 1}]" if expected > 1 else "msgstr[0] only"
        yield FileHit(message, entry.msgstr_line, 1, 0, f"write {what}", entry.key.text)


def _nplurals(view: CatalogView) -> int | None:
    header = header_entry(view.catalog)
    field = header_field(header, "Plural-Forms") if header is not None else None
    value = field.value if field is not None else view.plural_forms
    try:
        return parse_plural_forms(value).nplurals
    except BadPluralForms:
        return None


def _empty(entry: Entry) -> FileHit:
    form = entry.forms.index("")
    keyword = f"msgstr[{form}]"
    line = next((n for text, n in entry_lines(entry) if text.lstrip().startswith(keyword)), entry.msgstr_line)
    return FileHit(f"{keyword} is empty, and the other forms are translated", line, 1, 0, "", entry.key.text)


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "An entry with plurals has each form of its language",
    "translate each form, msgstr[0] and so on, one for each that Plural-Forms counts",
    find=_find,
)
