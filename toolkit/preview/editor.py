"""Addresses that open a line of a file in somebody's editor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from toolkit.model.finding import Place

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\Z)")
_RUNS: Final = ("javascript:", "data:", "vbscript:", "blob:")
"""Schemes whose addresses a browser would run or show itself."""


@dataclass(frozen=True, slots=True)
class Editor:
    """How addresses are made; without a pattern there are none."""

    root: Path
    pattern: str = ""
    """With ``{path}`` and ``{line}``, as ``vscode://file/{path}:{line}``."""

    def url(self, place: Place | None) -> str:
        """Return the address of a place in a file of the project, or empty."""
        if not self.pattern or place is None or not place.path:
            return ""
        path = (self.root / place.path).as_posix()
        if self.pattern.partition("{path}")[0].endswith("/"):
            path = path.removeprefix("/")
        # A replaced path is not looked into again: it may hold braces.
        values = {"{path}": quote(path, safe="/:"), "{line}": str(place.line or 1)}
        return re.sub(r"\{(?:path|line)\}", lambda found: values[found[0]], self.pattern)


def problem_of(pattern: str) -> str:
    """Return what is wrong with a pattern for addresses, or empty."""
    if "{path}" not in pattern:
        return "it must hold {path}, and may hold {line}"
    if not _SCHEME.match(pattern):
        return "it must begin with the scheme of an editor, as vscode:"
    if pattern.lower().startswith(_RUNS):
        return "its scheme is none of an editor"
    return ""
