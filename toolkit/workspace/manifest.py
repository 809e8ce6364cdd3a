"""What ``output/.manifest`` says, and what follows from it; values only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from toolkit.model.finding import Finding, Place, Severity
from toolkit.workspace.paths import is_relative

MANIFEST = ".manifest"
"""Name of the file in the output folder."""

_KEPT = frozenset({MANIFEST, ".gitkeep"})

Manifest = Mapping[str, str]
"""Digest by path below the output folder, with ``/``."""

_FIRST_LINE = "# What the toolkit wrote here: SHA-256 and path. Not to be edited."
_LINE = re.compile(r"(?P<escaped>\\?)(?P<digest>[0-9a-f]{64})  (?P<path>.+)", re.DOTALL)
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_UNESCAPES = {escape: char for char, escape in _ESCAPES.items()}


@dataclass(frozen=True, slots=True)
class Removals:
    """Files to remove, sorted, and findings about those that were changed by others and stay."""

    remove: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def digest_of(content: bytes) -> str:
    """Return the SHA-256 digest of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def format_manifest(manifest: Manifest) -> bytes:
    """Return the file's bytes: a comment, then lines as ``sha256sum`` writes them, sorted by path."""
    lines = [_FIRST_LINE]
    for path in sorted(manifest):
        shown = re.sub(r"[\\\n\r]", lambda match: _ESCAPES[match[0]], path)
        lines.append(f"{'' if shown == path else chr(92)}{manifest[path]}  {shown}")
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")


def parse_manifest(data: bytes) -> Manifest:
    """Return what a manifest says. Raises ``ValueError`` for anything that ``format_manifest`` cannot give.

    Git may have changed the line endings. A path that leaves the folder is refused: files are removed on
    this file's word.
    """
    text = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    first, *lines = text.split("\n")
    if not first.startswith("#") or not lines or lines.pop() != "":
        raise ValueError("it is cut off, or no manifest")
    manifest: dict[str, str] = {}
    for number, line in enumerate(lines, 2):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number} is not a digest and a path")
        path = match["path"]
        if match["escaped"]:
            path = re.sub(r"\\[\\nr]", lambda found: _UNESCAPES[found[0]], path)
        if not is_relative(path) or path in manifest:
            raise ValueError(f"line {number} has a path that cannot be")
        manifest[path] = match["digest"]
    return manifest


def plan_removals(
    manifest: Manifest,
    planned: Set[str],
    current: Mapping[str, str],
    keep: Callable[[str], bool] = lambda path: False,
) -> Removals:
    """Return which files we wrote, no longer plan, and find as we left them.

    ``current`` has the digests of the files that are there; ``keep`` says which paths this run does not speak
    of. What others changed since is reported once (``output-changed``, a warning) and is theirs from then on.
    """
    gone = sorted(
        path
        for path in manifest
        if path not in planned and path in current and not keep(path) and _name(path) not in _KEPT
    )
    return Removals(
        tuple(path for path in gone if current[path] == manifest[path]),
        tuple(left_alone(path) for path in gone if current[path] != manifest[path]),
    )


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def left_alone(path: str) -> Finding:
    """Return the warning about a file that is no longer published but was changed by others."""
    return _changed(
        path, "is no longer published, but was changed since we wrote it; it stays", "remove it yourself"
    )


def overwritten(path: str) -> Finding:
    """Return the warning about a file of others in the place of one that is published."""
    return _changed(
        path, "was changed since we wrote it; it is overwritten", "change the source or the theme instead"
    )


def _changed(path: str, what: str, hint: str) -> Finding:
    return Finding("output-changed", Severity.WARNING, f"the file {what}", Place(f"output/{path}"), hint)
