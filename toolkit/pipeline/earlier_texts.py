"""The earlier texts of documents, from the history of git."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from toolkit.assemble.last_good import EarlierText
from toolkit.errors import ConfigError, SourceError
from toolkit.markdown.decoding import decode_document
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.git import Version, content_at, require_history, versions

MOST_VERSIONS = 50
"""So many of a document's versions are looked at; each costs a run of git and a parse."""


class EarlierTexts:
    """Reads the earlier texts of one document after the other; its locales share those of the last one."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._path = ""
        self._read: list[EarlierText] = []
        self._waiting: Iterator[EarlierText] = iter(())

    @cached_property
    def problem(self) -> ConfigError | None:
        """Why there is no history to look into; ``None`` where there is one."""
        try:
            require_history(self._files.project.root)
        except ConfigError as error:
            return error
        return None

    def texts(self, document: Document) -> Iterator[EarlierText]:
        """Yield the texts that a document had in the last commits, the newest first, as they are asked for.

        Those that cannot be read are passed over. Raises ``ConfigError`` where git cannot be run.
        """
        if document.path != self._path:
            self._path, self._read = document.path, []
            self._waiting = self._texts(document)
        yield from self._read
        for text in self._waiting:
            self._read.append(text)
            yield text

    def _texts(self, document: Document) -> Iterator[EarlierText]:
        for version in versions(self._files.project.root, document.path, MOST_VERSIONS):
            text = self._text(document, version)
            if text is not None:
                yield text

    def _text(self, document: Document, version: Version) -> EarlierText | None:
        limits = self._files.project.settings.limits
        data = content_at(self._files.project.root, version.commit, document.path)
        if data is None or len(data) > limits.source_bytes:
            return None
        try:
            text = decode_document(data, document.path)
            earlier = Document(document.name, document.path, text, document.options)
            return EarlierText(parse_document(earlier, limits.nesting), version.day)
        except SourceError:
            return None
