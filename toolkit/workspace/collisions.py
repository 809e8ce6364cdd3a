"""Refuses documents whose PO files or pages would be the same file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from toolkit.errors import ConfigError
from toolkit.workspace.source_file import SourceFile

INTERFACE_DOMAIN = "toolkit-ui"
"""The domain of the interface words, which no document can have."""


def refuse_collisions(sources: Sequence[SourceFile]) -> None:
    """Raise one ``ConfigError`` (``source-collision``) with a line for each clash; case is ignored.

    Documents clash when they share a domain, or when a page stands where another needs a folder.
    """
    problems = [*_shared_domains(sources), *_pages_in_the_way(sources)]
    if problems:
        raise ConfigError(
            "\n".join(text for _source, text in problems),
            rule="source-collision",
            path=problems[0][0].path,
            hint="rename one of them, or leave it out with an [ignore: …] section in babel.cfg",
        )


def _shared_domains(sources: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, str]]:
    first: dict[str, SourceFile] = {}
    for source in sources:
        domain = folded(source.domain)
        other = first.setdefault(domain, source)
        if domain == INTERFACE_DOMAIN:
            yield source, f'{source.path}: the name "{source.name}" is reserved for the interface words'
        elif other is not source:
            yield source, f'{other.path} and {source.path} would share the PO file "{source.domain}.po"'


def _pages_in_the_way(sources: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, str]]:
    pages = {folded(source.name + end): source for source in sources for end in (".md", ".html")}
    for source in sources:
        folder = folded(source.name)
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if folder in pages:
                yield source, f"{pages[folder].path} would be a page where {source.path} needs a folder"


def folded(path: str) -> str:
    """Return a text that is equal for paths that some file system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
