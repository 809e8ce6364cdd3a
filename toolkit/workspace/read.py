"""Reads documents and PO files: whole, strictly, and within limits."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import CatalogError, InputError, SourceError
from toolkit.markdown.decoding import decode_document
from toolkit.model.document import Document
from toolkit.workspace.regular_file import UnreadableError, read_regular
from toolkit.workspace.settings import Limits
from toolkit.workspace.source_file import SourceFile

_MAX_ASSET_BYTES = 1_000_000_000
_MAX_GLOSSARY_BYTES = 16_000_000


def read_source(root: Path, source: SourceFile, limits: Limits) -> Document:
    """Return the document of a source file, its text exactly as on disk.

    Links are followed: authors are trusted. Raises ``SourceError``: ``source-unreadable`` (gone, not a
    regular file, no permission), ``source-limit``, and those of ``decode_document``.
    """
    try:
        data = read_regular(root / source.path, limits.source_bytes)
    except FileNotFoundError:
        message = "the file is gone, or a link that leads nowhere"
        raise SourceError(message, rule="source-unreadable", path=source.path) from None
    except UnreadableError as error:
        rule = "source-limit" if error.too_large else "source-unreadable"
        hint = _limit_hint("source-bytes") if error.too_large else ""
        raise SourceError(f"the file {error.reason}", rule=rule, path=source.path, hint=hint) from None
    return Document(source.name, source.path, decode_document(data, source.path), source.options)


def read_bytes_or_none(root: Path, path: str, limits: Limits) -> bytes | None:
    """Return the bytes of a PO or POT file, or none where there is none.

    ``path`` is below ``root``, with ``/``. Raises ``CatalogError``: ``po-unreadable`` (not a regular
    file, no permission, a link that leads out of the project or nowhere, as translators are only half
    trusted) and
    ``po-limit``.
    """
    target = root / path
    try:
        inside = target.resolve().is_relative_to(root.resolve())
        if not inside:
            raise UnreadableError("is a link that leads out of the project")
        return read_regular(target, limits.po_bytes)
    except FileNotFoundError:
        if target.is_symlink():
            message = "the file is a link that leads nowhere"
            raise CatalogError(message, rule="po-unreadable", path=path) from None
        return None
    except UnreadableError as error:
        rule = "po-limit" if error.too_large else "po-unreadable"
        hint = _limit_hint("po-bytes") if error.too_large else ""
        raise CatalogError(f"the file {error.reason}", rule=rule, path=path, hint=hint) from None
    except (OSError, RuntimeError):  # a loop of links; RuntimeError before Python 3.13
        message = "the file is a link that leads to itself"
        raise CatalogError(message, rule="po-unreadable", path=path) from None


def read_named(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a PO or POT file that the user names, wherever it is.

    Raises ``CatalogError``: ``po-unreadable`` (gone, not a regular file, no permission) and ``po-limit``.
    """
    try:
        return read_regular(path, limits.po_bytes)
    except FileNotFoundError:
        raise CatalogError("there is no such file", rule="po-unreadable", path=str(path)) from None
    except UnreadableError as error:
        rule = "po-limit" if error.too_large else "po-unreadable"
        raise CatalogError(f"the file {error.reason}", rule=rule, path=str(path)) from None


def read_glossary_bytes(root: Path, path: str) -> bytes | None:
    """Return the bytes of a project's glossary, or ``None`` where there is none.

    ``path`` is below ``root``, with ``/``. Raises ``InputError`` (``glossary-unreadable``).
    """
    try:
        return read_regular(root / path, _MAX_GLOSSARY_BYTES)
    except FileNotFoundError:
        return None
    except UnreadableError as error:
        raise InputError(f"the file {error.reason}", rule="glossary-unreadable", path=path) from None


def read_asset(root: Path, path: str) -> bytes:
    """Return the bytes of a file that a page shows; ``path`` is below ``root``, with ``/``.

    Raises ``SourceError`` (``asset-unreadable``): gone, not a regular file, no permission, too large, or a
    link out of the project.
    """
    target = root / path
    try:
        if not target.resolve().is_relative_to(root.resolve()):
            raise UnreadableError("is a link that leads out of the project")
        return read_regular(target, _MAX_ASSET_BYTES)
    except FileNotFoundError:
        raise SourceError("there is no such file", rule="asset-unreadable", path=path) from None
    except UnreadableError as error:
        raise SourceError(f"the file {error.reason}", rule="asset-unreadable", path=path) from None
    except (OSError, RuntimeError):  # a loop of links; RuntimeError before Python 3.13
        message = "the file is a link that leads to itself"
        raise SourceError(message, rule="asset-unreadable", path=path) from None


def _limit_hint(key: str) -> str:
    return f"divide the file, or raise {key} under [limits] in the configuration"
