"""Refuses documents whose PO files or pages would be the same file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from toolkit.errors import ConfigError
from toolkit.model.layout import MarkdownLayout
from toolkit.model.locale import LocaleTag
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


def refuse_layout_collisions(
    sources: Sequence[SourceFile], locales: Sequence[LocaleTag], layout: MarkdownLayout
) -> None:
    """Raise one ``ConfigError`` (``source-collision``) with a line for each two pages in each other's way.

    Two Markdown editions must not be one file, nor one a file where another needs a folder; case is
    ignored. Nothing that leaves the output folder can come of a layout and the names of documents.
    """
    if layout.has_folders:
        return  # as in the HTML edition, whose names are checked
    pages = [(folded(layout.path(s.name, tag)), s, tag) for s in sources for tag in locales]
    first: dict[str, tuple[SourceFile, LocaleTag]] = {}
    problems = []
    for path, source, tag in pages:
        other, other_tag = first.setdefault(path, (source, tag))
        if (other, other_tag) != (source, tag):
            shown = layout.path(source.name, tag)
            problems.append(
                f"{other.path} in {other_tag.bcp47} and {source.path} in {tag.bcp47} would both be {shown}"
            )
    for path, source, tag in pages:
        while "/" in path:
            path = path.rpartition("/")[0]
            if path in first:
                other, other_tag = first[path]
                problems.append(
                    f"{other.path} in {other_tag.bcp47} would be a page where {source.path} in {tag.bcp47}"
                    " needs a folder"
                )
    if problems:
        raise ConfigError(
            "\n".join(problems),
            rule="source-collision",
            hint="rename one of the articles, or choose another layout in the configuration",
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
