"""``toolkit import``: a plain-text article becomes a Markdown source."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ConfigError, SourceError
from toolkit.markdown.decoding import decode_document
from toolkit.markdown.plain_text.article import import_text
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.output import Output
from toolkit.workspace.project import find_project
from toolkit.workspace.regular_file import UnreadableError, read_regular
from toolkit.workspace.sources import source_folder
from toolkit.workspace.write import write_if_different

_MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """Where the Markdown went, and what we were unsure of."""

    path: str
    doubts: tuple[Finding, ...]


def import_article(start: Path, config: Path | None, article: Path, name: str, *, replace: bool) -> Imported:
    """Write a plain-text article as Markdown into the folder of the sources; return where, and the doubts.

    ``name`` is the new document's name without extension, or empty for one made of the file's name.
    Raises `ConfigError` where such a document is there already and ``replace`` is not set, and
    `SourceError` for a file that cannot be read.
    """
    project = find_project(start, config)
    text = _read(article)
    try:
        imported = import_text(text)
    except SourceError as error:
        raise SourceError(error.message, rule=error.rule, path=str(article), hint=error.hint) from None
    stem = _checked(name) if name else _name(article.stem)
    folder = source_folder(project)
    path = f"{folder}/{stem}.md" if folder else f"{stem}.md"
    if (project.root / path).exists() and not replace:
        raise ConfigError(
            "there is a document of this name already",
            rule="import-exists",
            path=path,
            hint="choose another with --name, or replace it with --force",
        )
    write_if_different(project.root, Output(path, imported.markdown.encode()))
    doubts = tuple(
        Finding("import", Severity.INFO, doubt.message, Place(str(article), doubt.line))
        for doubt in imported.doubts
    )
    return Imported(path, doubts)


def _checked(name: str) -> str:
    """Return a document's name: parts with slashes between them, none of them hidden or leading out."""
    parts = name.split("/")
    if all(part.strip() and not part.startswith((".", "_")) and "\\" not in part for part in parts):
        return name
    message = f'"{name}" is no name of a document'
    raise ConfigError(message, rule="import-name", hint="write it like guides/my-article, without extension")


def _read(article: Path) -> str:
    try:
        return decode_document(read_regular(article, _MAX_BYTES), str(article))
    except FileNotFoundError:
        raise SourceError("there is no such file", rule="source-unreadable", path=str(article)) from None
    except UnreadableError as error:
        message = f"the file {error.reason}"
        raise SourceError(message, rule="source-unreadable", path=str(article)) from None


def _name(stem: str) -> str:
    """Return a file's name as a document's: lower case, letters and digits of any script, hyphens."""
    name = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", stem).lower()).strip("-_")
    return name or "article"
