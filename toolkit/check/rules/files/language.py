"""The header names the language of the folder that the file is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.check.catalog_view import CatalogView
from toolkit.check.rule import CatalogRule, FileHit
from toolkit.check.rules.files.header_entry import header_field, header_for, hit_in_field
from toolkit.languages.names import english_name
from toolkit.languages.tags import written_out
from toolkit.model.finding import Severity
from toolkit.model.locale import LocaleTag

_NAME = "language"


def _find(view: CatalogView) -> Iterator[FileHit]:
    header = header_for(_NAME, view.catalog)
    field = header_field(header, "Language") if header is not None else None
    if header is None or field is None or not field.value:
        return
    hint = f'write "Language: {view.locale.gettext}\\n"' if view.locale else ""
    try:
        named = LocaleTag.parse(field.value)
    except ValueError:
        yield hit_in_field(header, field, f'"{field.value[:40]}" is no code of a language', hint)
        return
    if view.locale is not None and not _agree(_plain(named), _plain(view.locale), named.territory):
        message = (
            f"the header says {_told(named, view.locale)}, and the folder is that of "
            f"{_told(view.locale, named)}"
        )
        yield hit_in_field(header, field, message, f"{hint}, or move the file to its folder")


def _agree(named: LocaleTag, folder: LocaleTag, territory: str | None) -> bool:
    """Tell whether two tags written out in full agree; a header that names no country says nothing of it."""
    return named == (folder if territory else replace(folder, territory=named.territory))


def _plain(tag: LocaleTag) -> LocaleTag:
    """Return the tag in full; Norwegian without more is Bokmål, as in CLDR."""
    full = written_out(tag)
    return replace(full, language="nb") if full.language == "no" else full


def _told(tag: LocaleTag, other: LocaleTag) -> str:
    name = english_name(tag)
    return tag.gettext if name in (tag.gettext, english_name(other)) else f"{name} ({tag.gettext})"


RULE = CatalogRule(
    _NAME,
    Severity.WARNING,
    "The header names the language of its folder",
    'write the code of the language, as in "Language: pt_BR\\n"',
    find=_find,
)
