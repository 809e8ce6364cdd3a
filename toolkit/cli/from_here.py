"""Findings with paths that lead from the current folder to their files, so that a terminal can open them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from toolkit.model.finding import Finding


def from_here(finding: Finding, root: Path, here: Path) -> Finding:
    """Return a finding whose paths, which are relative to ``root``, are relative to ``here``."""
    if root == here:
        return finding
    place = replace(finding.place, path=way(finding.place.path, root, here))
    source = finding.source and replace(finding.source, path=way(finding.source.path, root, here))
    return replace(finding, place=place, source=source)


def way(path: str, root: Path, here: Path) -> str:
    """Return how a path below ``root`` is called from ``here``; an absolute one, or none, stays."""
    if not path or Path(path).is_absolute():
        return path
    try:
        return Path(os.path.relpath(root / path, here)).as_posix()
    except ValueError:  # on another drive of Windows
        return (root / path).as_posix()
