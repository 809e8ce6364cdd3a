"""``toolkit tm import``: translations of other programs into the memories of the locales."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.catalog.memory.compendium import Addition, new_compendium, with_pairs
from toolkit.catalog.memory.language_match import best_match
from toolkit.catalog.memory.pairs import Pair
from toolkit.catalog.memory.unit import Unit
from toolkit.catalog.po.reader import write_catalog
from toolkit.errors import CatalogError, ConfigError, InputError, OutputError, ToolkitError
from toolkit.languages.names import english_name
from toolkit.languages.plurals import plural_forms
from toolkit.model.catalog import Catalog
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.pipeline.tm_files import units_in
from toolkit.workspace.clock import creation_date
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.lock import locales_lock
from toolkit.workspace.read import read_bytes_or_none
from toolkit.workspace.write import replace_if_unchanged

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """What the memory of a locale took in."""

    path: str
    created: bool
    addition: Addition
    languages: tuple[LocaleTag, ...]
    """Tags other than the locale's own whose translations were taken."""


def import_memories(
    files: ProjectFiles, paths: Sequence[Path], *, waiting: Callable[[], None] = lambda: None
) -> tuple[Taken, ...]:
    """Add the translations of TMX and PO files to ``locales/xx/memory.po``; return what became of them.

    A locale for which there is none is left out. A file that cannot be read, or that holds nothing for the
    project, is in the report, and the others are read. A memory that somebody saves meanwhile is added to
    again. ``waiting`` is called when another run holds the folder of the locales. Raises `ConfigError`
    where there is no locale, and `OutputError` where the folder cannot be locked.
    """
    if not files.locales:
        raise ConfigError(
            "the project has no PO files yet", rule="locale", hint="add a language: toolkit add-locale fr"
        )
    now = creation_date()
    units: list[Unit] = []
    for path in paths:
        try:
            units += units_in(files, path)
        except InputError as error:
            files.report.failed(error)
    if not units:
        return ()
    with locales_lock(files.project.root, waiting=waiting):
        return tuple(_taken(files, units, now))


def _taken(files: ProjectFiles, units: Sequence[Unit], now: str) -> Iterator[Taken]:
    for locale in files.locales:
        pairs, others = _pairs_for(locale.tag, units)
        if pairs:
            try:
                yield _added(files, locale, pairs, others, now)
            except ToolkitError as error:
                files.report.failed(error)


def _pairs_for(locale: LocaleTag, units: Sequence[Unit]) -> tuple[list[Pair], tuple[LocaleTag, ...]]:
    """Return what units say for a locale, and the other languages that it was taken from."""
    pairs = []
    used: set[LocaleTag] = set()
    for unit in units:
        best = best_match(locale, [tag for tag, _text in unit.targets])
        if best is not None:
            used.add(best)
            key = MessageKey(unit.context, unit.source)
            pairs += [Pair(key, text) for tag, text in unit.targets if tag == best]
    return pairs, tuple(sorted(used - {locale}))


def _added(
    files: ProjectFiles, locale: LocaleFolder, pairs: Sequence[Pair], others: tuple[LocaleTag, ...], now: str
) -> Taken:
    root, path = files.project.root, locale.memory_path
    for _ in range(_ATTEMPTS):
        before = read_bytes_or_none(root, path, files.project.settings.limits)
        memory = _new(files, locale, now) if before is None else files.read(before, path)
        addition = with_pairs(memory, pairs)
        after = write_catalog(addition.catalog)
        _check_limits(files, addition, after, path)
        if replace_if_unchanged(root, path, before, after):
            return Taken(path, before is None, addition, others)
    raise OutputError(
        "the file keeps changing while it is updated; it was left alone",
        rule="output-unwritable",
        path=path,
        hint="run the import again",
    )


def _new(files: ProjectFiles, locale: LocaleFolder, now: str) -> Catalog:
    return new_compendium(
        files.header_settings(""),
        locale.memory_path,
        locale.tag.gettext,
        plural_forms(locale.tag, files.overrides(locale.tag)),
        now,
        (
            f"{english_name(locale.tag)} translation memory, filled by: toolkit tm import",
            "Its translations are suggested for new texts; nothing is published from here.",
        ),
    )


def _check_limits(files: ProjectFiles, addition: Addition, after: bytes, path: str) -> None:
    """Refuse a memory that could not be read again."""
    limits = files.project.settings.limits
    entries = len(addition.catalog.entries)
    if entries > limits.po_entries:
        message, key = f"{entries:,} entries; the limit is {limits.po_entries:,}", "po-entries"
    elif len(after) > limits.po_bytes:
        message, key = f"{len(after):,} bytes; the limit is {limits.po_bytes:,}", "po-bytes"
    else:
        return
    raise CatalogError(
        f"the memory would have {message}; nothing was added",
        rule="po-limit",
        path=path,
        hint=f"import less, or raise {key} under [limits] in the configuration",
    )
