"""Lists the locales of a project: the folders ``locales/*/LC_MESSAGES``."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag
from toolkit.workspace.project import Project
from toolkit.workspace.regular_file import reason_of


@dataclass(frozen=True, slots=True)
class LocaleFolder:
    """A locale and the folder of its PO files."""

    tag: LocaleTag
    folder: str
    """The folder's own name, as on disk: ``pt_BR``."""

    @property
    def path(self) -> str:
        """The folder of the PO files below the project folder, with ``/``."""
        return f"locales/{self.folder}/LC_MESSAGES"

    @property
    def memory_path(self) -> str:
        """The file of imported translations: outside ``LC_MESSAGES``, where it would be a domain."""
        return f"locales/{self.folder}/memory.po"


def discover_locales(project: Project) -> tuple[tuple[LocaleFolder, ...], tuple[Finding, ...]]:
    """Return the locales, sorted by folder name, and what else lies in ``locales/``.

    A folder that is no locale is a warning (``locale-folder``) and left alone; dot-folders are passed over.
    Two folders that mean one locale are an error (``locale-folder``), and only one of them is listed: the one
    with the usual spelling, else the first. Raises ``ConfigError`` when ``locales/`` cannot be listed.
    """
    try:
        folders = sorted(path for path in project.locales_dir.iterdir() if path.is_dir())
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        message = f"the folder cannot be read: {reason_of(error)}"
        raise ConfigError(message, rule="locale-folder", path="locales") from None
    chosen: dict[LocaleTag, LocaleFolder] = {}
    findings: list[Finding] = []
    for path in folders:
        name = path.name
        if name.startswith("."):
            continue
        tag = LocaleTag.from_folder(name)
        if tag is None:
            findings.append(_warning(name, "is not a locale", "name the folder like pt_BR"))
        elif path.is_symlink() or (path / "LC_MESSAGES").is_symlink():
            findings.append(_warning(name, "is a link", "make it a folder: nothing is written through links"))
        elif not (path / "LC_MESSAGES").is_dir():
            findings.append(_warning(name, "has no folder LC_MESSAGES", "put its PO files into LC_MESSAGES"))
        elif tag in chosen:
            findings.append(_twice(name, chosen[tag].folder, tag))
            if name == tag.gettext:
                chosen[tag] = LocaleFolder(tag, name)
        else:
            chosen[tag] = LocaleFolder(tag, name)
    listed = sorted(chosen.values(), key=lambda locale: locale.folder)
    return tuple(listed), tuple(sorted(findings, key=Finding.sort_key))


def _warning(name: str, what: str, hint: str) -> Finding:
    message = f'the folder "{_shown(name)}" {what}; it is left alone'
    return Finding("locale-folder", Severity.WARNING, message, Place(f"locales/{_shown(name)}"), hint)


def _twice(name: str, other: str, tag: LocaleTag) -> Finding:
    message = f'the folders "{other}" and "{name}" are both the locale {tag.bcp47}'
    hint = f"keep one folder, named {tag.gettext}"
    return Finding("locale-folder", Severity.ERROR, message, Place(f"locales/{name}"), hint)


def _shown(name: str) -> str:
    """Return a folder's name for a terminal: anything but printable characters escaped."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
