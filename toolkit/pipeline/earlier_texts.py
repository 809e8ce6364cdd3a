"""The earlier texts of documents, from the history of git."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.assemble.last_good import EarlierText
from toolkit.errors import ConfigError, SourceError
from toolkit.markdown.decoding import decode_document
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.git_history import History, Version, history_of

MOST_VERSIONS = 50
"""So many of a document's versions are looked at; each costs a run of git and a parse."""


class EarlierTexts:
    """Reads the earlier texts of one document after the other; its locales share those of the last one."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._path = ""
        self._read: list[EarlierText] = []
        self._waiting: Iterator[EarlierText] = iter(())
        self._histories: dict[Path, History | ConfigError] = {}

    def texts(self, document: Document) -> Iterator[EarlierText]:
        """Yield the texts that a document had in the last commits, the newest first, as they are asked for.

        Those that cannot be read are passed over. Raises ``ConfigError`` where there is no history to look
        into, and where git cannot be run.
        """
        history = self._history((self._files.project.root / document.path).parent)
        if document.path != self._path:
            self._path, self._read = document.path, []
            self._waiting = self._texts(document, history)
        yield from self._read
        for text in self._waiting:
            self._read.append(text)
            yield text

    def _history(self, folder: Path) -> History:
        """Return the history around a folder: articles may stand in a repository of their own."""
        if folder not in self._histories:
            try:
                self._histories[folder] = history_of(folder)
            except ConfigError as error:
                self._histories[folder] = error
        found = self._histories[folder]
        if isinstance(found, ConfigError):
            raise found
        return found

    def _texts(self, document: Document, history: History) -> Iterator[EarlierText]:
        known = set()
        for version in history.versions(document.path.rpartition("/")[2], MOST_VERSIONS):
            if version.blob not in known:  # what was taken back is nothing new
                known.add(version.blob)
                text = self._text(document, history.content(version), version)
                if text is not None:
                    yield text

    def _text(self, document: Document, data: bytes, version: Version) -> EarlierText | None:
        limits = self._files.project.settings.limits
        if len(data) > limits.source_bytes:
            return None
        try:
            text = decode_document(data, document.path)
            earlier = Document(document.name, document.path, text, document.options)
            return EarlierText(parse_document(earlier, limits.nesting), version.day)
        except SourceError:
            return None
