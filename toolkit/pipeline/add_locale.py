"""``toolkit add-locale``: folders and PO files of further languages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.languages.names import english_name, is_known_language
from toolkit.languages.tags import canonical
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.model.output import Output
from toolkit.pipeline.extract import Extraction, extract
from toolkit.pipeline.project_files import ProjectFiles, open_project
from toolkit.workspace.lock import locales_lock
from toolkit.workspace.project import Project, check_configuration
from toolkit.workspace.write import bytes_there, make_folder, write_if_different


@dataclass(frozen=True, slots=True)
class AddedLocale:
    """A locale that is there now."""

    tag: LocaleTag
    name: str
    """The language's English name."""
    new: bool
    """Whether its folder was not there before."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of the locales asked for, and of their PO files."""

    locales: tuple[AddedLocale, ...]
    extraction: Extraction | None
    """``None`` where there is no article yet."""
    files: ProjectFiles


def add_locales(
    start: Path,
    config: Path | None,
    names: Sequence[str],
    overrides: LanguageOverrides,
    *,
    waiting: Callable[[], None] = lambda: None,
) -> Addition:
    """Create the folders and PO files of locales; nothing is created where one name is nonsense.

    A tag that CLDR does not know needs a name of its own, which is added to the configuration. ``waiting`` is
    called when another run holds the folder of the locales. Raises `ConfigError` and `OutputError`.
    """
    bare = _opened(start, config)
    tags = _tags(names, bare, overrides)
    with locales_lock(bare.project.root, waiting=waiting):
        return _added(start, config, bare, tags, overrides)


def _added(
    start: Path,
    config: Path | None,
    bare: ProjectFiles,
    tags: Sequence[LocaleTag],
    overrides: LanguageOverrides,
) -> Addition:
    present = {folder.tag for folder in bare.locales}
    if overrides != LanguageOverrides():
        _configure(bare.project, tags, overrides)
    for tag in tags:
        if tag not in present:
            folder = f"locales/{tag.gettext}/LC_MESSAGES"
            make_folder(bare.project.root, folder)
            if not bare.sources:  # git keeps no empty folder
                write_if_different(bare.project.root, Output(f"{folder}/.gitkeep", b""))
    added = tuple(AddedLocale(tag, english_name(tag), tag not in present) for tag in tags)
    if not bare.sources:
        return Addition(added, None, bare)
    files = open_project(start, config, [tag.gettext for tag in tags])
    return Addition(added, extract(files), files)


def _opened(start: Path, config: Path | None) -> ProjectFiles:
    """Return the project, also one that has no article yet."""
    try:
        return open_project(start, config)
    except ConfigError as error:
        if error.rule != "no-sources":
            raise
        return open_project(start, config, with_sources=False)


def _tags(names: Sequence[str], files: ProjectFiles, overrides: LanguageOverrides) -> tuple[LocaleTag, ...]:
    tags = []
    for name in names:
        try:
            tag = canonical(LocaleTag.parse(name))
        except ValueError as error:
            raise ConfigError(str(error), rule="locale", hint="write a tag such as fr or pt-BR") from None
        if tag == files.source_locale:
            raise ConfigError(f"{tag.bcp47} is the language of the sources", rule="locale")
        if not (is_known_language(tag) or overrides.name or files.overrides(tag)):
            raise ConfigError(
                f'the language "{tag.bcp47}" is not known',
                rule="locale",
                hint=f'if it is right, say what it is called: toolkit add-locale {tag.bcp47} --name "…"',
            )
        tags.append(tag)
    if overrides != LanguageOverrides() and len(set(tags)) != 1:
        raise ConfigError("--name, --dir and --plural describe one locale", rule="locale")
    return tuple(dict.fromkeys(tags))


def _configure(project: Project, tags: Sequence[LocaleTag], overrides: LanguageOverrides) -> None:
    """Append the locale's table to the configuration; what stands there keeps every byte."""
    for tag in tags:
        if tag.gettext in project.settings.locales:
            raise ConfigError(
                f"the configuration describes {tag.gettext} already",
                rule="locale",
                path=str(project.config_path or ""),
                hint="change the table there instead",
            )
        path = project.config_path or project.root / "toolkit.toml"
        before = bytes_there(path.parent, path.name) or b""
        prefix = "tool.toolkit." if path.name == "pyproject.toml" else ""
        newline = "\r\n" if b"\r\n" in before else "\n"
        lines = [f"[{prefix}locale.{json.dumps(tag.gettext)}]", *_entries(overrides)]
        gap = "" if not before else newline if before.endswith(b"\n") else newline * 2
        added = gap + newline.join([*lines, ""])
        content = before + added.encode()
        check_configuration(path, content)
        write_if_different(path.parent, Output(path.name, content))


def _entries(overrides: LanguageOverrides) -> Iterator[str]:
    values = (("name", overrides.name), ("dir", overrides.direction), ("plural", overrides.plural))
    for key, value in values:
        if value:
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
