"""Lists the source documents that ``babel.cfg`` names, in the order of their paths."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolkit.errors import ConfigError, SourceError
from toolkit.markdown.options import parse_options
from toolkit.model.document import MarkdownOptions
from toolkit.model.finding import Finding, Place, Severity
from toolkit.workspace.collisions import refuse_collisions
from toolkit.workspace.mapping import Section, parse_mapping
from toolkit.workspace.project import OUTPUT_FOLDER, Project
from toolkit.workspace.regular_file import UnreadableError, read_regular, reason_of
from toolkit.workspace.source_file import SourceFile, SourceList

_MAPPING = "babel.cfg"
_MAX_MAPPING_BYTES = 1_000_000
_HINT = "write a section like [markdown: source/**.md]"
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def discover_sources(project: Project) -> SourceList:
    """Return the documents of a project; of several sections that match a file the first one counts.

    The files are those that ``pybabel extract -F babel.cfg .`` takes, without ``output/``, ``node_modules/``
    and files whose names begin with a dot (editors' locks, and macOS's ``._`` files).
    A pattern that matches nothing is an error finding, ``no-sources``. Raises ``ConfigError``:
    ``babel-cfg``, ``no-sources`` where there is no document at all (rather than take a bad checkout for a
    project whose articles are all gone), and ``source-collision``; ``SourceError`` (``source-unreadable``)
    for a folder that cannot be read.
    """
    sections = _read_mapping(project.babel_cfg)
    ours = {section: _options(section) for section in sections if section.ours}
    if not ours:
        raise ConfigError("no section is for Markdown", rule="no-sources", path=_MAPPING, hint=_HINT)
    sources: list[SourceFile] = []
    findings: list[Finding] = []
    unmatched = list(ours)
    for path in _walk(project.root, sections):
        unmatched = [section for section in unmatched if not section.matches(path)]
        winner = next((section for section in sections if section.matches(path)), None)
        if winner is None or winner not in ours:
            continue
        if not usable(path):
            findings.append(_unusable(path))
        else:
            sources.append(SourceFile(_name(path, winner.literal_folder), path, ours[winner]))
    findings += [_no_match(section) for section in unmatched]
    if not sources:
        raise _no_sources(list(ours))
    sources.sort(key=lambda source: source.path)
    refuse_collisions(sources)
    return SourceList(tuple(sources), tuple(sorted(findings, key=Finding.sort_key)))


def usable(path: str) -> bool:
    """Whether a document can have this path: it is UTF-8, without control characters."""
    return _UNUSABLE.search(path) is None


def _read_mapping(path: Path) -> tuple[Section, ...]:
    try:
        text = read_regular(path, _MAX_MAPPING_BYTES).decode("utf-8-sig")
    except FileNotFoundError:
        message = "the project has no babel.cfg, which says which files are sources"
        raise ConfigError(message, rule="no-sources", path=_MAPPING, hint=_HINT) from None
    except UnreadableError as error:
        raise ConfigError(f"the file {error.reason}", rule="babel-cfg", path=_MAPPING) from None
    except UnicodeDecodeError:
        raise ConfigError("the file is not UTF-8", rule="babel-cfg", path=_MAPPING) from None
    return parse_mapping(text, _MAPPING)


def _options(section: Section) -> MarkdownOptions:
    try:
        return parse_options(section.options)
    except ConfigError as error:
        message = f"[{section.method}: {section.pattern}] {error.message}"
        raise ConfigError(
            message, rule=error.rule, path=_MAPPING, line=section.line, hint=error.hint
        ) from None


def _walk(root: Path, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the paths of files in and below the literal folders of our sections, with ``/``."""
    roots = {section.literal_folder for section in sections if section.ours}

    def stop(error: OSError) -> None:  # what we cannot look into must not count as empty
        where = os.path.relpath(error.filename, root).replace(os.sep, "/")
        message = f"the folder cannot be read: {reason_of(error)}"
        raise SourceError(message, rule="source-unreadable", path=where) from None

    for folder, subfolders, files in os.walk(root, onerror=stop):
        here = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if here == "." else f"{here}/"
        subfolders[:] = sorted(
            name
            for name in subfolders
            if not _skipped(name, prefix + name, sections) and _leads_to(prefix + name, roots)
        )
        for name in sorted(files):
            if not name.startswith("."):
                yield prefix + name


def _skipped(name: str, path: str, sections: Sequence[Section]) -> bool:
    """Whether a folder is left out: as Babel does, and what tools made."""
    return (
        name.startswith((".", "_"))
        or name == "node_modules"
        or path == OUTPUT_FOLDER
        or any(section.method == "ignore" and section.matches(path) for section in sections)
    )


def _leads_to(path: str, roots: set[str]) -> bool:
    """Whether a folder lies above, at or below one of those that patterns name."""
    return any(
        not root or path == root or path.startswith(f"{root}/") or root.startswith(f"{path}/")
        for root in roots
    )


def _name(path: str, literal_folder: str) -> str:
    below = path[len(literal_folder) + 1 :] if literal_folder else path
    return posixpath.splitext(below)[0]


def _no_match(section: Section) -> Finding:
    message = f"[{section.method}: {section.pattern}] matches no file"
    return Finding("no-sources", Severity.ERROR, message, Place(_MAPPING, section.line))


def _no_sources(sections: Sequence[Section]) -> ConfigError:
    patterns = ", ".join(f"[{section.method}: {section.pattern}]" for section in sections)
    return ConfigError(
        f"{patterns} {'matches' if len(sections) == 1 else 'match'} no document",
        rule="no-sources",
        path=_MAPPING,
        line=sections[0].line,
        hint="nothing is written or removed while there is no source; check the patterns and the folder",
    )


def _unusable(path: str) -> Finding:
    shown = path.encode("unicode_escape").decode("ascii")
    message = "the name of the file holds control characters or is not UTF-8; it is left out"
    return Finding("source-name", Severity.ERROR, message, Place(shown), "rename the file")


def source_folder(project: Project) -> str:
    """Return the literal folder of the first section for Markdown: where a new document belongs.

    Raises ``ConfigError`` as ``discover_sources``.
    """
    return source_folders(project)[0]


def source_folders(project: Project) -> tuple[str, ...]:
    """Return the literal folders of the sections for Markdown, in their order; the project's own is empty.

    Raises ``ConfigError`` as ``discover_sources``.
    """
    ours = [section for section in _read_mapping(project.babel_cfg) if section.ours]
    if not ours:
        raise ConfigError("no section is for Markdown", rule="no-sources", path=_MAPPING, hint=_HINT)
    return tuple(dict.fromkeys(section.literal_folder for section in ours))
