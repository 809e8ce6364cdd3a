"""The translations that a TMX or PO file of another program holds for the project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from toolkit.catalog.memory.language_match import best_match
from toolkit.catalog.memory.pairs import pairs_of
from toolkit.catalog.memory.tmx_reader import Tmx, read_tmx
from toolkit.catalog.memory.unit import Unit
from toolkit.errors import CatalogError, InputError
from toolkit.model.catalog import Catalog
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.regular_file import UnreadableError, read_regular

_MOST_LANGUAGES = 8


def units_in(files: ProjectFiles, path: Path) -> tuple[Unit, ...]:
    """Return the units of a PO or, by any other name, TMX file; a warning says if none is for the locales.

    Raises `InputError`: ``tm-unreadable``, and those of `read_tmx` and `read_catalog`; for a PO file also
    ``tm-language``.
    """
    is_po = path.suffix.lower() in (".po", ".pot")
    data = _bytes(files, path, "po-limit" if is_po else "tmx-limit")
    if is_po:
        held = _po(files, files.read(data, path.as_posix()))
    else:
        limit = files.project.settings.limits.po_entries
        held = read_tmx(data, path.as_posix(), files.source_locale, max_units=limit)
    offered = {tag for unit in held.units for tag, _text in unit.targets}
    if not any(best_match(locale.tag, offered) for locale in files.locales):
        files.report.found([_nothing(files, path, held.languages)])
    return held.units


def _bytes(files: ProjectFiles, path: Path, limit_rule: str) -> bytes:
    try:
        return read_regular(path, files.project.settings.limits.po_bytes)
    except FileNotFoundError:
        raise InputError("there is no such file", rule="tm-unreadable", path=path.as_posix()) from None
    except UnreadableError as error:
        message = f"the file {error.reason}"
        if error.too_large:
            hint = "divide the file, or raise po-bytes under [limits] in the configuration"
            raise InputError(message, rule=limit_rule, path=path.as_posix(), hint=hint) from None
        raise InputError(message, rule="tm-unreadable", path=path.as_posix()) from None


def _po(files: ProjectFiles, catalog: Catalog) -> Tmx:
    """Return what a PO file holds, as if it were TMX."""
    source = _tag(catalog.header.get("X-Source-Language", "")) or files.source_locale
    target = _language(files, catalog)
    languages = tuple(sorted({source.bcp47, target.bcp47}))
    if best_match(files.source_locale, [source]) is None:
        return Tmx((), languages)
    units = [Unit(key.text, ((target, text),), key.context) for key, text, _line in pairs_of(catalog)]
    return Tmx(tuple(units), languages)


def _language(files: ProjectFiles, catalog: Catalog) -> LocaleTag:
    """Return what the header says, else the one locale that the run is for."""
    tag = _tag(catalog.header.get("Language", ""))
    if tag is not None:
        return tag
    if len(files.locales) == 1:
        return files.locales[0].tag
    raise CatalogError(
        "the header does not say which language the translations are in",
        rule="tm-language",
        path=catalog.path,
        hint="say it: -l TAG",
    )


def _tag(language: str) -> LocaleTag | None:
    try:
        return LocaleTag.parse(language)
    except ValueError:
        return None


def _nothing(files: ProjectFiles, path: Path, held: Sequence[str]) -> Finding:
    wanted = ", ".join(locale.tag.bcp47 for locale in files.locales)
    shown = ", ".join(language[:40] for language in held[:_MOST_LANGUAGES])
    more = "" if len(held) <= _MOST_LANGUAGES else f" and {len(held) - _MOST_LANGUAGES} more"
    return Finding(
        "tm-language",
        Severity.WARNING,
        f"no translation from {files.source_locale.bcp47} into {wanted}",
        Place(path.as_posix()),
        f"its languages: {shown}{more}" if held else "",
    )
